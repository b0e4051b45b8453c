package dev.colight.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a folder of their own, and documents in it. */
abstract class WithHome {
  private static final String DOCUMENT =
      """
      int guests = 8;

      guests * (guests - 1) / 2

      guests / 0
      """;

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  Home home() throws Exception {
    Home home = new Home(folder).trusted();
    home.write("d.jsh", DOCUMENT);
    return home;
  }

  /** A document that would leave a file behind if it ran, in a home where nothing is trusted. */
  Home untrustedHome() throws Exception {
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

  void assertNothingRan(Terminal terminal) throws Exception {
    assertFalse(terminal.screen().contains("⇒"));
    assertFalse(Files.exists(folder.resolve("ran")));
    assertEquals(List.of(), terminal.commandsOf("dev.colight.worker"));
  }
}
