package dev.colight.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command line asks for. */
sealed interface Arguments {
  /** Prints how to use it. */
  record Help() implements Arguments {}

  /** Prints the version. */
  record ShowVersion() implements Arguments {}

  /** Serves an editor over stdin and stdout. */
  record Lsp() implements Arguments {}

  /** Runs a document. */
  record Run(Path file, boolean json) implements Arguments {}

  /** Parses a command line. */
  static Arguments parse(List<String> args) {
    if (args.isEmpty()) {
      throw new UsageException("no command given; try 'colight --help'");
    }
    List<String> rest = args.subList(1, args.size());
    if (rest.contains("--help") || rest.contains("-h")) {
      return new Help();
    }
    return switch (args.get(0)) {
      case "--help", "-h", "help" -> new Help();
      case "--version", "-V", "version" -> new ShowVersion();
      case "lsp" -> parseLsp(rest);
      case "run" -> parseRun(rest);
      default ->
          throw new UsageException("unknown command '" + args.get(0) + "'; try 'colight --help'");
    };
  }

  private static Arguments parseLsp(List<String> args) {
    for (String arg : args) {
      // Editors' clients add this one by themselves.
      if (!arg.equals("--stdio")) {
        throw new UsageException("lsp does not know '" + arg + "'");
      }
    }
    return new Lsp();
  }

  private static Arguments parseRun(List<String> args) {
    boolean json = false;
    boolean options = true;
    List<String> files = new ArrayList<>();
    for (String arg : args) {
      if (options && arg.equals("--json")) {
        json = true;
      } else if (options && arg.equals("--")) {
        options = false;
      } else if (options && arg.startsWith("-") && arg.length() > 1) {
        throw new UsageException("run does not know '" + arg + "'; try 'colight --help'");
      } else {
        files.add(arg);
      }
    }
    if (files.size() != 1) {
      throw new UsageException("run takes one file, not " + files.size());
    }
    try {
      return new Run(Path.of(files.get(0)), json);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + files.get(0));
    }
  }
}
