package dev.colight.editors;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.colight.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The editors of other Debian releases that {@code install.sh} unpacks, once for all tests. Where
 * they cannot be had, tests that ask for one are skipped, and say why.
 */
final class Editors {
  /** Where this module is; Maven runs its tests there. */
  static final Path MODULE = Path.of("").toAbsolutePath();

  private static final int UNAVAILABLE = 3;
  private static final int MINUTES = 10;

  private static @Nullable Path installed;
  private static @Nullable String missing;

  private Editors() {}

  /** Returns the command that starts an editor. */
  static synchronized String command(String name) {
    if (installed == null && missing == null) {
      install();
    }
    if (installed == null) {
      return abort("without the editors: " + missing);
    }
    return installed.resolve("bin").resolve(name).toString();
  }

  private static void install() {
    try {
      Path log = Files.createTempFile("colight-editors", ".log");
      Path output = Files.createTempFile("colight-editors", ".out");
      Process process =
          new ProcessBuilder("bash", MODULE.resolve("install.sh").toString())
              .redirectError(log.toFile())
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(log).strip();
      String root = Files.readString(output).strip();
      Files.delete(log);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
        missing = "installing them takes too long";
      } else if (process.exitValue() == UNAVAILABLE) {
        missing = said.substring(said.lastIndexOf('\n') + 1);
      } else if (process.exitValue() != 0) {
        fail("install.sh failed: " + said);
      } else {
        installed = Path.of(root);
      }
      if (missing != null) {
        System.err.println("colight: the tests in real editors are skipped: " + missing);
      }
    } catch (IOException e) {
      missing = "there is no bash: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      missing = "interrupted";
    }
  }

  /** Writes a command that starts the server of this build, as {@code colight} does. */
  static Path launcher(Path folder) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        """
        #!/bin/sh
        exec '%s' -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
        """
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName());
    try {
      Path file = Files.writeString(folder.resolve("colight"), script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
