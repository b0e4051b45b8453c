package dev.colight.cli;

import java.util.Map;

/** Colours a text for a terminal, or leaves it as it is. */
enum Style {
  PLAIN,
  COLOUR;

  private static final String RESET = "\u001B[0m";

  /** Picks colours for a terminal that has not said no to them. */
  static Style of(boolean terminal, Map<String, String> environment) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return terminal && !refused ? COLOUR : PLAIN;
  }

  String dim(String text) {
    return wrap("\u001B[2m", text);
  }

  String bold(String text) {
    return wrap("\u001B[1m", text);
  }

  String green(String text) {
    return wrap("\u001B[32m", text);
  }

  String red(String text) {
    return wrap("\u001B[31m", text);
  }

  String yellow(String text) {
    return wrap("\u001B[33m", text);
  }

  String cyan(String text) {
    return wrap("\u001B[36m", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}
