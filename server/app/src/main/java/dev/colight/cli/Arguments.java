package dev.colight.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the command line asks for. */
sealed interface Arguments {
  /** Has results written for programs. */
  String JSON = "--json";

  /** Prints how to use it. */
  record Help() implements Arguments {}

  /** Prints the version. */
  record ShowVersion() implements Arguments {}

  /** Serves an editor over stdin and stdout. */
  record Lsp() implements Arguments {}

  /** Runs a document. */
  record Run(Path file, boolean json) implements Arguments {}

  /** Compares two clean runs of a document. */
  record Verify(Path file) implements Arguments {}

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
      case "verify" -> parseVerify(rest);
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
    Set<String> given = new HashSet<>();
    Path file = parseFile("run", args, Set.of(JSON), given);
    return new Run(file, given.contains(JSON));
  }

  private static Arguments parseVerify(List<String> args) {
    return new Verify(parseFile("verify", args, Set.of(), new HashSet<>()));
  }

  /**
   * Returns the one file among the arguments of a command.
   *
   * @param known the options that it takes
   * @param given gets those that are among the arguments
   */
  private static Path parseFile(
      String command, List<String> args, Set<String> known, Set<String> given) {
    boolean options = true;
    List<String> files = new ArrayList<>();
    for (String arg : args) {
      if (options && known.contains(arg)) {
        given.add(arg);
      } else if (options && arg.equals("--")) {
        options = false;
      } else if (options && arg.startsWith("-") && arg.length() > 1) {
        throw new UsageException(command + " does not know '" + arg + "'; try 'colight --help'");
      } else {
        files.add(arg);
      }
    }
    if (files.size() != 1) {
      throw new UsageException(command + " takes one file, not " + files.size());
    }
    try {
      return Path.of(files.get(0));
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + files.get(0));
    }
  }
}
