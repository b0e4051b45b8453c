package dev.colight.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the user's browser, where there is a screen that it could show itself on. */
final class Browser {
  private static final Logger LOG = Logger.getLogger(Browser.class.getName());

  private Browser() {}

  /** Shows an address; one that cannot be shown is no failure, as it can be copied. */
  static void open(Supplier<String> url) {
    Optional<List<String>> command = command(System.getProperty("os.name"), System.getenv());
    if (command.isEmpty()) {
      return;
    }
    try {
      List<String> words = new ArrayList<>(command.get());
      words.add(url.get());
      new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.log(Level.INFO, "no browser could be started", e);
    }
  }

  /** Returns the command that an address is to be added to. */
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
