package dev.colight.cli;

/** What the command line says of itself. */
final class Usage {
  private static final String UNPACKAGED = "development";

  private Usage() {}

  /** Returns the version that the build gave the jar. */
  static String version() {
    String version = Usage.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKAGED : version;
  }

  static String text() {
    return """
        Colight Live makes plain Java documents live.

        usage: colight run FILE [--json]   run a document and show each block's results
               colight lsp                 serve an editor over stdin and stdout
               colight test                build, and run all checks
               colight bench               build, and run the benchmarks
               colight --help | --version

        run   prints results for people, or with --json one colight/blockResult object for
              each block and line, then the colight/runEnd one. Exits with 1 when a block
              failed, with 2 for bad usage.
        """;
  }
}
