package dev.colight.web;

import java.util.function.Function;

/** What there is at a path; one that ends with a star is a beginning of many. */
sealed interface Route {
  String path();

  /** Lets a browser in; the only one that asks for no session. */
  record Entrance(String path, Function<Request, Response> handler) implements Route {}

  /** Something to load. */
  record Content(String path, Function<Request, Response> handler) implements Route {}

  /** The WebSocket. */
  record Socket(String path) implements Route {}

  /** Tells whether a path is this route's. */
  default boolean matches(String asked) {
    String path = path();
    return path.endsWith("*")
        ? asked.startsWith(path.substring(0, path.length() - 1))
        : asked.equals(path);
  }
}
