package dev.colight.cli;

import dev.colight.lsp.export.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Arguments {
  /** Has results written for programs. */
  String JSON = "--json";

  /** Starts no browser. */
  String NO_BROWSER = "--no-browser";

  /** Comes before a line or a name. */
  String OF = "--of";

  /** Comes before the name of a format. */
  String FORMAT = "--format";

  /** Comes before the file to write. */
  String OUTPUT = "-o";

  /** Comes before the port to listen on. */
  String PORT = "--port";

  /** Says that stdin and stdout are what there is to talk over; editors' clients add it. */
  String STDIO = "--stdio";

  /** Comes before the port to which editors connect. */
  String SOCKET = "--socket";

  /** Comes before the file with what editors have to show. */
  String TOKEN_FILE = "--token-file";

  /** Lets all run that is served. */
  String TRUST = "--trust";

  /** Prints how to use it. */
  record Help() implements Arguments {}

  /** Prints the version. */
  record ShowVersion() implements Arguments {}

  /**
   * Serves an editor over stdin and stdout.
   *
   * @param trust whether all documents may run
   */
  record Lsp(boolean trust) implements Arguments {}

  /**
   * Serves editors that connect to a port of this machine.
   *
   * @param port 0 for any
   * @param trust whether all documents may run
   */
  record LspSocket(int port, Path tokenFile, boolean trust) implements Arguments {}

  /**
   * Runs a document.
   *
   * @param arguments what its {@code main} gets, where it has one
   */
  record Run(Path file, boolean json, List<String> arguments) implements Arguments {}

  /**
   * Tells who needs what of whom in a document.
   *
   * @param of the line or the name that changes, or null for all
   */
  record Deps(Path file, boolean json, @Nullable String of) implements Arguments {}

  /** Compares two clean runs of a document. */
  record Verify(Path file) implements Arguments {}

  /**
   * Serves a document to a browser.
   *
   * @param port 0 for any
   */
  record Open(Path file, int port, boolean browser) implements Arguments {}

  /**
   * Serves the documents of a folder to a browser.
   *
   * @param port 0 for any
   * @param trust whether all of them may run
   */
  record Serve(Path folder, int port, boolean browser, boolean trust) implements Arguments {}

  /**
   * Writes a document with its results in another format.
   *
   * @param output null for stdout
   */
  record Export(Path file, Format format, @Nullable Path output) implements Arguments {}

  /** Shows or changes what is trusted for good; {@code path} is of no use to a list. */
  record Trust(TrustAction action, Path path) implements Arguments {}

  /** What to do with what is trusted. */
  enum TrustAction {
    LIST,
    ADD,
    REMOVE
  }

  /** Parses a command line. */
  static Arguments parse(List<String> args) {
    if (args.isEmpty()) {
      throw new UsageException("no command given; try 'colight --help'");
    }
    List<String> rest = args.subList(1, args.size());
    int end = rest.indexOf("--"); // what stands behind is the document's
    List<String> own = end < 0 ? rest : rest.subList(0, end);
    if (own.contains("--help") || own.contains("-h")) {
      return new Help();
    }
    return switch (args.get(0)) {
      case "--help", "-h", "help" -> new Help();
      case "--version", "-V", "version" -> new ShowVersion();
      case "lsp" -> parseLsp(rest);
      case "run" -> parseRun(rest);
      case "deps" -> parseDeps(rest);
      case "verify" -> parseVerify(rest);
      case "open" -> parseOpen(rest);
      case "serve" -> parseServe(rest);
      case "export" -> parseExport(rest);
      case "trust" -> parseTrust(rest);
      default ->
          throw new UsageException("unknown command '" + args.get(0) + "'; try 'colight --help'");
    };
  }

  private static Arguments parseLsp(List<String> args) {
    Options options = Options.parse("lsp", args, Set.of(STDIO, TRUST), Set.of(SOCKET, TOKEN_FILE));
    if (!options.rest().isEmpty()) {
      throw new UsageException("lsp takes no files");
    }
    String tokenFile = options.value(TOKEN_FILE);
    if (tokenFile == null && options.value(SOCKET) == null) {
      return new Lsp(options.has(TRUST));
    }
    if (tokenFile == null || options.value(SOCKET) == null || options.has(STDIO)) {
      throw new UsageException("lsp takes --socket and --token-file together, or --stdio");
    }
    return new LspSocket(options.port(SOCKET), Options.path(tokenFile, "file"), options.has(TRUST));
  }

  private static Arguments parseRun(List<String> args) {
    int end = args.indexOf("--");
    Options options = Options.parse("run", args, Set.of(JSON), Set.of());
    if (end > 0) {
      // What stands behind is the document's, unless there is none before it.
      Options before = Options.parse("run", args.subList(0, end), Set.of(JSON), Set.of());
      if (before.rest().size() == 1) {
        List<String> arguments = List.copyOf(args.subList(end + 1, args.size()));
        return new Run(before.path("file"), before.has(JSON), arguments);
      }
    }
    return new Run(options.path("file"), options.has(JSON), List.of());
  }

  private static Arguments parseDeps(List<String> args) {
    Options options = Options.parse("deps", args, Set.of(JSON), Set.of(OF));
    return new Deps(options.path("file"), options.has(JSON), options.value(OF));
  }

  private static Arguments parseVerify(List<String> args) {
    return new Verify(Options.parse("verify", args, Set.of(), Set.of()).path("file"));
  }

  private static Arguments parseOpen(List<String> args) {
    Options options = Options.parse("open", args, Set.of(NO_BROWSER), Set.of(PORT));
    return new Open(options.path("file"), options.port(PORT), !options.has(NO_BROWSER));
  }

  private static Arguments parseExport(List<String> args) {
    Options options = Options.parse("export", args, Set.of(), Set.of(FORMAT, OUTPUT));
    String output = options.value(OUTPUT);
    String name = options.value(FORMAT);
    Format format =
        name == null
            ? formatOf(output)
            : Format.of(name)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "no format '" + name + "'; there are " + Format.names()));
    return new Export(
        options.path("file"), format, output == null ? null : Options.path(output, "file"));
  }

  /** Returns the format that a file's name tells. */
  private static Format formatOf(@Nullable String output) {
    String name = output == null ? "" : output;
    return name.endsWith(".md")
        ? Format.MARKDOWN
        : name.endsWith(".ipynb") ? Format.IPYNB : Format.HTML;
  }

  private static Arguments parseServe(List<String> args) {
    Options options = Options.parse("serve", args, Set.of(NO_BROWSER, TRUST), Set.of(PORT));
    return new Serve(
        options.path("folder"), options.port(PORT), !options.has(NO_BROWSER), options.has(TRUST));
  }

  private static Trust parseTrust(List<String> args) {
    String action = args.isEmpty() ? "" : args.get(0);
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    Options options = Options.parse("trust " + action, rest, Set.of(), Set.of());
    return switch (action) {
      case "list" -> {
        if (!options.rest().isEmpty()) {
          throw new UsageException("trust list takes nothing");
        }
        yield new Trust(TrustAction.LIST, Path.of(""));
      }
      case "add" -> new Trust(TrustAction.ADD, options.path("file or folder"));
      case "remove" -> new Trust(TrustAction.REMOVE, options.path("file or folder"));
      default -> throw new UsageException("trust takes list, add or remove; try 'colight --help'");
    };
  }
}
