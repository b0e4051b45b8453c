package dev.colight.cli;

/** Says in one line what is wrong with the command line or with the file that it names. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
