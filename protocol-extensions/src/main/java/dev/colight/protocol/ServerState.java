package dev.colight.protocol;

/** Tells what the server is about. On the wire: the names in lower case. */
public enum ServerState {
  IDLE,
  STARTING,
  RESOLVING,
  RUNNING,
  UNTRUSTED,
  FAILED
}
