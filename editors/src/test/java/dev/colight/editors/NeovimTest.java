package dev.colight.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scripts in Lua that drive Neovim from within: 0.10 as {@code stable}, 0.12 as {@code testing}.
 */
class NeovimTest {
  private static final Path SCRIPTS = Editors.MODULE.resolve("src/test/resources/neovim");

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  @Tag("quick")
  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({"testing, plugin", "testing, hints"})
  void what_is_used_most_works(String release, String script) throws Exception {
    run(release, script);
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "stable, lines",
    "stable, plugin",
    "stable, commands",
    "stable, editing",
    "stable, hints",
    "stable, programs",
    "stable, socket",
    "testing, lines",
    "testing, commands",
    "testing, editing",
    "testing, programs",
    "testing, socket",
  })
  void all_else_works_too(String release, String script) throws Exception {
    run(release, script);
  }

  private void run(String release, String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Editors.command("nvim-" + release),
                "--headless",
                "-n",
                "-u",
                SCRIPTS.resolve("harness.lua").toString(),
                "-c",
                "luafile " + SCRIPTS.resolve(script + ".lua"),
                "-c",
                "lua Harness.finish()")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(new Home(folder).trusted().environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), output);
    assertEquals(0, process.exitValue(), output);
    assertEquals(List.of(), output.lines().filter(line -> line.startsWith("not ok")).toList());
    assertTrue(output.contains("ok "), "some were run: " + output);
  }
}
