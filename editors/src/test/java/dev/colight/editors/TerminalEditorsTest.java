package dev.colight.editors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors as a person sees them, on 80 columns: with the settings that docs/editors.md tells. */
class TerminalEditorsTest extends WithHome {
  private static final String PLUGIN =
      """
      vim.opt.runtimepath:prepend(vim.env.PLUGIN)
      require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })
      """;

  /** Waits until a line of the code has something beside it. */
  private static void awaitBeside(Terminal terminal, String code, String shown) throws Exception {
    terminal.await(code + " … " + shown, screen -> Terminal.line(screen, code).contains(shown));
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
    // As if Neovim had been told to run what is in it, had it been told to look for such files.
    String mark = "vim.fn.writefile({}, 'ran')\n";
    Path local = home.write(".nvim.lua", mark);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(mark.getBytes(UTF_8));
    String known = HexFormat.of().formatHex(hash) + " " + local.toRealPath() + "\n";
    home.write("state/nvim/trust", known);
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
      home.write("config/nvim/init.lua", "vim.o.exrc = true");
      ProcessBuilder told =
          new ProcessBuilder(Editors.command("nvim-" + release), "--headless", "+qa!")
              .directory(folder.toFile());
      told.environment().putAll(home.environment());
      assertEquals(0, told.start().waitFor());
      assertTrue(Files.exists(folder.resolve("ran")), "with exrc set, it would have run");
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
