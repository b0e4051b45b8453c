package dev.colight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The user's browser. All users of a machine can read what its processes are started with, so what
 * it is started with is a file that only this user can read, which leads on to the address.
 */
final class Browser {
  private static final Logger LOG = Logger.getLogger(Browser.class.getName());

  private static final String PAGE =
      """
      <!doctype html>
      <meta charset="utf-8">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="refresh" content="0; url=%1$s">
      <title>Colight Live</title>
      <p><a href="%1$s">Go to the document</a></p>
      """;

  private final List<String> command;

  /** Makes one that is started by a command, to which what it is to show is added. */
  Browser(List<String> command) {
    this.command = command;
  }

  /** Returns the browser of this system, where there is a screen that it could show itself on. */
  static Optional<Browser> ofSystem() {
    return command(System.getProperty("os.name"), System.getenv()).map(Browser::new);
  }

  /**
   * Shows an address that is good once; one that cannot be shown is no failure, as another can be
   * copied.
   *
   * @param address makes it, given what is to be done when it has been used
   */
  void open(Function<Runnable, String> address) {
    try {
      // Only its owner can read a temporary file that Java makes.
      Path page = Files.createTempFile("colight-", ".html");
      page.toFile().deleteOnExit();
      String url = address.apply(() -> delete(page));
      Files.writeString(page, PAGE.formatted(url.replace("&", "&amp;").replace("\"", "&quot;")));
      List<String> words = new ArrayList<>(command);
      words.add(page.toUri().toString());
      new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.log(Level.INFO, "no browser could be started", e);
    }
  }

  private static void delete(Path page) {
    try {
      Files.deleteIfExists(page);
    } catch (IOException e) {
      LOG.log(Level.FINE, "it goes when the program ends", e);
    }
  }

  /** Returns the command that starts a browser. */
  static Optional<List<String>> command(String system, Map<String, String> environment) {
    String own = environment.getOrDefault("BROWSER", "");
    if (!own.isBlank()) {
      return Optional.of(List.of(own.split(":")[0].strip().split("\\s+")));
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return Optional.of(List.of("open"));
    }
    if (name.contains("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return screen ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }
}
