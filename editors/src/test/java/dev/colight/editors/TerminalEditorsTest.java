package dev.colight.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors as a person sees them, on 80 columns: with the settings that docs/editors.md tells. */
class TerminalEditorsTest {
  private static final String DOCUMENT =
      """
      int guests = 8;

      guests * (guests - 1) / 2

      guests / 0
      """;

  private static final String PLUGIN =
      """
      vim.opt.runtimepath:prepend(vim.env.PLUGIN)
      require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })
      """;

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  private Home home() throws Exception {
    Home home = new Home(folder).trusted();
    home.write("d.jsh", DOCUMENT);
    return home;
  }

  /** Waits until a line of the code has something beside it. */
  private static void awaitBeside(Terminal terminal, String code, String shown) throws Exception {
    terminal.await(code + " … " + shown, screen -> Terminal.line(screen, code).contains(shown));
  }

  /** A document that would leave a file behind if it ran, in a home where nothing is trusted. */
  private Home untrustedHome() throws Exception {
    Home home = new Home(folder);
    home.write(
        "d.jsh",
        """
        int guests = 8;

        // | run-on-type
        java.nio.file.Files.writeString(java.nio.file.Path.of("ran"), "x");
        """);
    return home;
  }

  private void assertNothingRan(Terminal terminal) throws Exception {
    assertFalse(terminal.screen().contains("⇒"));
    assertFalse(Files.exists(folder.resolve("ran")));
    assertEquals(List.of(), terminal.commandsOf("dev.colight.worker"));
  }

  /** Somebody in Neovim does not trust the document, and goes on to write it. */
  private void refuseAndEdit(Terminal terminal) throws Exception {
    terminal.await("do you trust d.jsh?", "3: Do not run it");
    assertNothingRan(terminal);
    terminal.type("3\r");
    terminal.await("not trusted, so nothing runs; :ColightTrust lets it");
    terminal.type("oguests + 1");
    terminal.keys("Escape");
    terminal.type(":w\r");
    terminal.await("written");
    assertNothingRan(terminal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable", "testing"})
  void in_neovim_nothing_runs_before_somebody_says_so(String release) throws Exception {
    Home home = untrustedHome();
    home.write("config/nvim/init.lua", PLUGIN);
    List<String> start = List.of(Editors.command("nvim-" + release), "-n", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      refuseAndEdit(terminal);
      terminal.type(":ColightTrust\r");
      terminal.await("guests = 8;   ⇒ 8", "guests + 1   ⇒ 9", "From now on d.jsh is trusted");
      terminal.await("what it wrote", screen -> Files.exists(folder.resolve("ran")));
      terminal.type(":qa!\r");
    }
  }

  /** What runs of these files, or is fetched for them, leaves a mark or calls a port. */
  private void writeHostile(Home home, int port) throws Exception {
    String url = "http://127.0.0.1:" + port + "/";
    String options = "-Xlog:gc:" + folder.resolve("ran");
    home.write(
        "d.jsh",
        "//DEPS com.evil:evil:1.0\n//REPOS evil=%s\n//JAVA_OPTIONS %s\n\nint guests = 8;\n"
            .formatted(url, options));
    home.write(
        "pom.xml",
        "<project><repositories><repository><id>e</id><url>"
            + url
            + "</url></repository></repositories></project>");
    home.write(".mvn/jvm.config", options);
    home.write(".env", "JAVA_TOOL_OPTIONS=" + options);
    home.write(".nvim.lua", "vim.fn.writefile({}, 'ran')\n");
    home.write(".exrc", "call writefile([], 'ran')\n");
    home.write(".nvimrc", "call writefile([], 'ran')\n");
    for (String name : List.of("java", "gradlew", "mvnw")) {
      Path script = home.write(name, "#!/bin/sh\ntouch '" + folder.resolve("ran") + "'\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable", "testing"})
  void in_neovim_a_hostile_folder_is_only_looked_at(String release) throws Exception {
    Home home = new Home(folder);
    home.write("config/nvim/init.lua", PLUGIN);
    List<String> start = List.of(Editors.command("nvim-" + release), "-n", "d.jsh");
    try (ServerSocketChannel trap = ServerSocketChannel.open()) {
      trap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      trap.configureBlocking(false);
      writeHostile(home, trap.socket().getLocalPort());
      try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
        refuseAndEdit(terminal);
        terminal.type(":ColightRun all\r");
        terminal.await("not trusted");
        assertNothingRan(terminal);
        assertNull(trap.accept(), "nothing is fetched");
        terminal.type(":qa!\r");
      }
    }
  }

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
  @ValueSource(strings = {"stable", "testing"})
  void neovim_with_the_plugin(String release) throws Exception {
    Home home = home();
    home.write("config/nvim/init.lua", PLUGIN);
    List<String> start = List.of(Editors.command("nvim-" + release), "-n", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("guests = 8;   ⇒ 8", "/ 2   ⇒ 28", "✗ ArithmeticException: / by zero");
      terminal.type("GOjava.util.List.of(1, 2, 3)");
      awaitBeside(terminal, "List.of", "⇒ [1, 2, 3]");
      terminal.keys("Escape");
      terminal.type("ggA");
      terminal.keys("BSpace", "BSpace");
      terminal.type("10;");
      terminal.await("/ 2   ⇒ 45");
      terminal.keys("Escape");
      terminal.type(":ColightResults\r3G");
      terminal.await("Line 3 · ✓", "line 3 · int");
      terminal.type(":qa!\r");
    }
  }

  @Test
  @Tag("quick")
  void neovim_with_five_lines_of_configuration() throws Exception {
    Home home = home();
    home.write(
        "config/nvim/init.lua",
        """
        vim.filetype.add({ extension = { jsh = 'jsh' } })
        vim.lsp.config('colight', { cmd = { vim.env.COLIGHT, 'lsp' }, filetypes = { 'jsh' } })
        vim.lsp.enable('colight')
        vim.lsp.inlay_hint.enable(true)
        """);
    List<String> start = List.of(Editors.command("nvim-testing"), "-n", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("guests = 8; ⇒ 8", "/ 2 ⇒ 28", "✗ ArithmeticException: / by zero");
      terminal.type("ggf8r9");
      terminal.await("guests = 9; ⇒ 9", "/ 2 ⇒ 36");
      assertFalse(terminal.screen().contains("stale"));
      terminal.type(":qa!\r");
    }
  }

  @Test
  @Tag("quick")
  void helix() throws Exception {
    Home home = home();
    home.write(
        "config/helix/languages.toml",
        """
        [language-server.colight]
        command = "%s"
        args = ["lsp"]

        [[language]]
        name = "jsh"
        scope = "source.jsh"
        grammar = "java"
        file-types = ["jsh"]
        comment-token = "//"
        language-servers = ["colight"]
        """
            .formatted(Editors.launcher(folder)));
    home.write("config/helix/config.toml", "[editor.lsp]\ndisplay-inlay-hints = true\n");
    List<String> start = List.of(Editors.command("hx"), "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      terminal.await("guests = 8;");
      terminal.awaitWithKeys("/ 2 ⇒ 28", "j", "k");
      // Keys as fast as these, Helix sends out of order.
      terminal.type("ggA");
      terminal.keys("BSpace", "BSpace");
      terminal.type("1 + 2 * 3 - 4 + 5;");
      terminal.await("guests = 1 + 2 * 3 - 4 + 5; ⇒ 8", "/ 2 ⇒ 28");
      terminal.keys("BSpace", "BSpace");
      terminal.type("6;");
      terminal.await("- 4 + 6; ⇒ 9", "/ 2 ⇒ 36");
      assertFalse(terminal.screen().contains("stale"));
      terminal.keys("Escape");
      terminal.type(":q!\r");
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

  @Test
  void emacs_shows_what_is_true_while_somebody_types_and_while_it_runs() throws Exception {
    Home home = home();
    Path go = home.write("go", "");
    String waits = "while (!new java.io.File(\"" + go + "\").exists()) Thread.sleep(20);";
    home.write("d.jsh", "int a = 1\n\n" + waits + "\nint c = a + 1\n");
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
    ProcessBuilder builder =
        new ProcessBuilder(Editors.command("emacs"), "-Q", "--batch", "-l", script.toString())
            .directory(folder.toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    builder.environment().putAll(home.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    List<String> lines = output.lines().filter(line -> line.startsWith("(")).toList();
    assertEquals(
        List.of(
            "(\"⇒ 28\" \"⇒ 8\" \"✗ ArithmeticException: / by zero\")",
            "(\"⇒ 36\" \"⇒ 9\" \"✗ ArithmeticException: / by zero\")"),
        lines.subList(0, Math.min(2, lines.size())),
        output);
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

  @Test
  void vim_with_ale() throws Exception {
    Home home = home();
    home.write(
        "vimrc",
        """
        set nocompatible noswapfile encoding=utf-8
        let &runtimepath .= ',' . expand('$VIM') . '/../vim-ale'
        autocmd BufRead,BufNewFile *.jsh set filetype=jsh
        let g:ale_virtualtext_cursor = 'all'
        call ale#linter#Define('jsh', {
        \\   'name': 'colight', 'lsp': 'stdio',
        \\   'executable': $COLIGHT, 'command': '%e lsp',
        \\   'project_root': {buffer -> expand('#' . buffer . ':p:h')},
        \\ })
        """);
    List<String> start = List.of(Editors.command("vim"), "-u", "vimrc", "d.jsh");
    try (Terminal terminal = new Terminal(folder, home.environment(), start)) {
      awaitBeside(terminal, "guests = 8;", "⇒ 8");
      awaitBeside(terminal, "/ 2", "⇒ 28");
      awaitBeside(terminal, "guests / 0", "ArithmeticException");
      terminal.type("ggf8r9");
      awaitBeside(terminal, "/ 2", "⇒ 36");
      terminal.type(":qa!\r");
    }
  }
}
