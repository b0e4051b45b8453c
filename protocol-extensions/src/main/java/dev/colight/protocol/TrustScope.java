package dev.colight.protocol;

/** How much is trusted at once. On the wire: the names in lower case. */
public enum TrustScope {
  /** One document. */
  DOCUMENT,
  /** The folder that it is in, with all that is in there. */
  FOLDER
}
