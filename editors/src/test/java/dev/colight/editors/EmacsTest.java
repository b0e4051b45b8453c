package dev.colight.editors;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emacs with Eglot as a person sees it, and in a batch, with the settings of docs/editors.md. */
class EmacsTest extends WithHome {
  @Test
  void in_emacs_nothing_runs_before_somebody_says_so() throws Exception {
    Home home = untrustedHome();
    home.write("init.el", colightEl());
    List<String> start = List.of(Editors.command("emacs"), "-Q", "-nw", "-l", "init.el", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("not trusted: nothing runs");
      assertNothingRan(terminal);
      terminal.keys("M-x");
      terminal.type("eglot-code-actions\r");
      terminal.await("Pick an action (default ⚿ Trust this document)");
      terminal.keys("Enter");
      terminal.await("guests = 8; ⇒ 8");
      terminal.await("what it wrote", screen -> Files.exists(folder.resolve("ran")));
      terminal.await("no notes", screen -> screen.contains("Flymake[0 0]"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void emacs_with_eglot(boolean colight) throws Exception {
    Home home = home();
    home.write("init.el", colight ? colightEl() : eglot());
    List<String> start = List.of(Editors.command("emacs"), "-Q", "-nw", "-l", "init.el", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("guests = 8; ⇒ 8", "/ 2 ⇒ 28", "✗ ArithmeticException");
      terminal.keys("C-e", "BSpace", "BSpace");
      terminal.type("9;");
      terminal.await("guests = 9; ⇒ 9", "/ 2 ⇒ 36");
      assertFalse(terminal.screen().contains("stale"));
    }
  }

  /** Returns code that runs until a file is there. */
  private static String waitsFor(Path file) {
    return "while (!new java.io.File(\"" + file + "\").exists()) Thread.sleep(20);";
  }

  @Test
  void emacs_shows_what_is_true_while_somebody_types_and_while_it_runs() throws Exception {
    Home home = home();
    Path go = home.write("go", "");
    home.write("d.jsh", "int a = 1\n\n" + waitsFor(go) + "\nint c = a + 1\n");
    home.write("init.el", colightEl());
    List<String> start = List.of(Editors.command("emacs"), "-Q", "-nw", "-l", "init.el", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("int a = 1 ⇒ 1", "a + 1 ⇒ 2");
      Files.delete(go);
      terminal.keys("C-e");
      terminal.type("2");
      // Nothing of an older text stands beside it in the very first screen that has the key.
      String screen = terminal.await("int a = 12");
      String beside = Terminal.line(screen, "int a = 12").strip();
      assertTrue(List.of("int a = 12", "int a = 12 ⇒ 12").contains(beside), beside);
      terminal.await("int a = 12 ⇒ 12", "a + 1 ⇒ 2 (stale)  …");
      Files.createFile(go);
      terminal.await("a + 1 ⇒ 13");
    }
  }

  @Test
  void emacs_fetches_what_its_windows_show_and_what_they_come_to_show() throws Exception {
    Home home = home();
    Path go = home.write("go", "");
    String sums = IntStream.range(0, 400).mapToObj(i -> "a + " + i).collect(joining("\n\n"));
    home.write("d.jsh", "int a = 1\n\nint b = a\n" + waitsFor(go) + "\n\n" + sums + "\n");
    home.write(
        "init.el",
        colightEl()
            + """
            (defvar fetching nil)
            (advice-add 'colight--fetch :around
              (lambda (fetch) (let ((fetching t)) (funcall fetch))))
            (advice-add 'eglot--update-hints-1 :before
              (lambda (from to)
                (when fetching
                  (write-region (format "%d\n" (count-lines from to)) nil "asked" t 'quiet))))
            """);
    List<String> start = List.of(Editors.command("emacs"), "-Q", "-nw", "-l", "init.el", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("int a = 1 ⇒ 1", "a + 9 ⇒ 10");
      terminal.keys("M->");
      terminal.await("a + 399 ⇒ 400");
      Files.delete(go);
      terminal.keys("M-<", "C-e");
      terminal.type("000");
      terminal.await("int a = 1000 ⇒ 1000");
      terminal.keys("M->");
      terminal.await("a + 399 ⇒ 400 (stale)");
      terminal.keys("M-<");
      terminal.await("int a = 1000 ⇒ 1000");
      Files.createFile(go);
      terminal.await("a + 9 ⇒ 1009");
      terminal.keys("M->");
      terminal.await("a + 399 ⇒ 1399");
      terminal.keys("C-x");
      terminal.type("2");
      terminal.keys("M-<", "C-e", "BSpace");
      terminal.await("int a = 100 ⇒ 100", "a + 3 ⇒ 103", "a + 399 ⇒ 499");
    }
    List<Integer> asked =
        Files.readAllLines(folder.resolve("asked")).stream().map(Integer::valueOf).toList();
    assertTrue(Collections.max(asked) <= 3 * Terminal.ROWS, asked::toString);
  }

  @Test
  @Tag("quick")
  void eglot_in_a_batch() throws Exception {
    Home home = home();
    home.write("init.el", eglot());
    Path script =
        home.write(
            "batch.el",
            """
            (load (expand-file-name "init.el"))
            (find-file "d.jsh")
            ;; However long a machine that is busy takes.
            (setq eglot-sync-connect t eglot-connect-timeout nil)
            (call-interactively #'eglot)
            (defun shown ()
              (let (all)
                (dolist (overlay (overlays-in (point-min) (point-max)) (sort all #'string<))
                  (when (overlay-get overlay 'eglot--inlay-hint)
                    (push (string-trim (substring-no-properties
                                        (or (overlay-get overlay 'before-string)
                                            (overlay-get overlay 'after-string))))
                          all)))))
            (defun await-shown (&rest expected)
              (let ((end (time-add nil 60)))
                (while (and (not (equal expected (shown))) (time-less-p nil end))
                  (eglot--update-hints-1 (point-min) (point-max))
                  (accept-process-output nil 0.2))
                (princ (format "%S\\n" (shown)))))
            (eglot--signal-textDocument/didChange)
            (await-shown "⇒ 28" "⇒ 8" "✗ ArithmeticException: / by zero")
            (search-forward "8")
            (replace-match "9")
            (eglot--signal-textDocument/didChange)
            (await-shown "⇒ 36" "⇒ 9" "✗ ArithmeticException: / by zero")
            (princ (format "%S\\n" (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
            """);
    String output = batch(home, script);
    List<String> lines = output.lines().filter(line -> line.startsWith("(")).toList();
    assertEquals(
        List.of(
            "(\"⇒ 28\" \"⇒ 8\" \"✗ ArithmeticException: / by zero\")",
            "(\"⇒ 36\" \"⇒ 9\" \"✗ ArithmeticException: / by zero\")"),
        lines.subList(0, Math.min(2, lines.size())),
        output);
  }

  /** Returns what a script prints. */
  private String batch(Home home, Path script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Editors.command("emacs"), "-Q", "--batch", "-l", script.toString())
            .directory(folder.toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    builder.environment().putAll(home.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void emacs_formats_and_renames_around_text_blocks() throws Exception {
    Home home = home();
    home.write(
        "d.jsh",
        """
        int guests=8;
        String text = \"\"\"
          # it doesn't end here
          \"\"\";
        guests*2
        """);
    home.write("init.el", colightEl());
    Path script =
        home.write(
            "batch.el",
            """
            (load (expand-file-name "init.el"))
            (remove-hook 'jsh-mode-hook #'eglot-ensure)
            (find-file "d.jsh")
            (setq eglot-sync-connect t eglot-connect-timeout nil)
            (call-interactively #'eglot)
            (font-lock-ensure)
            (eglot-format-buffer)
            (search-forward "guests")
            (backward-char)
            (eglot-rename "hosts")
            (princ (buffer-substring-no-properties (point-min) (point-max)))
            """);
    assertEquals(
        """
        int hosts = 8;
        String text = \"\"\"
          # it doesn't end here
          \"\"\";
        hosts * 2
        """,
        batch(home, script));
  }

  /** Loads the file that comes with the project, with the server that is tested. */
  private static String colightEl() {
    return """
        (setq native-comp-jit-compilation nil)
        (load "%s/emacs/colight")
        (setq colight-command (list (getenv "COLIGHT") "lsp"))
        """
        .formatted(Editors.MODULE.toAbsolutePath());
  }

  private static String eglot() {
    return """
        (setq native-comp-jit-compilation nil)
        (define-derived-mode jsh-mode java-mode "JShell")
        (add-to-list 'auto-mode-alist '("\\\\.jsh\\\\'" . jsh-mode))
        (with-eval-after-load 'eglot
          (add-to-list 'eglot-server-programs `(jsh-mode . (,(getenv "COLIGHT") "lsp"))))
        (unless noninteractive (add-hook 'jsh-mode-hook #'eglot-ensure))
        (add-hook 'eglot-managed-mode-hook
                  (lambda ()
                    (add-hook 'after-change-functions
                              (lambda (&rest _)
                                (setq eglot--outstanding-inlay-hints-last-region nil))
                              nil t)))
        """;
  }
}
