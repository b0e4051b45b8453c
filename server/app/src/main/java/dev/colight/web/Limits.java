package dev.colight.web;

import java.time.Duration;

/**
 * What a client may take of the server.
 *
 * @param connections open at a time
 * @param requestTime from the opening of a connection, or the last answer on it, to a whole request
 * @param requestLine bytes of it
 * @param headers bytes of all of them
 * @param body bytes after a request's headers; no request needs any
 * @param frame bytes of one frame of a WebSocket
 * @param message bytes of a message of several frames
 * @param backlog bytes that wait to be read by a client before the server waits for it
 * @param stall how long the server waits for that before it ends the connection
 */
record Limits(
    int connections,
    Duration requestTime,
    int requestLine,
    int headers,
    int body,
    int frame,
    int message,
    int backlog,
    Duration stall) {
  /** What a browser needs, and some more. */
  static final Limits USUAL =
      new Limits(
          200,
          Duration.ofSeconds(20),
          4 << 10,
          16 << 10,
          1 << 10,
          1 << 20,
          4 << 20,
          1 << 20,
          Duration.ofSeconds(15));
}
