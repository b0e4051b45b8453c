package dev.colight.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command, taken apart.
 *
 * @param given options by name, with their values; flags have empty ones
 */
record Options(String command, Map<String, String> given, List<String> rest) {
  private static final int MAX_PORT = 65_535;

  /**
   * Takes arguments apart.
   *
   * @param flags options that stand for themselves
   * @param valued options that a value follows
   */
  static Options parse(String command, List<String> args, Set<String> flags, Set<String> valued) {
    Map<String, String> given = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        rest.addAll(args.subList(i + 1, args.size()));
        break;
      } else if (flags.contains(arg)) {
        given.put(arg, "");
      } else if (valued.contains(arg)) {
        if (++i == args.size()) {
          throw new UsageException(arg + " lacks its value");
        }
        given.put(arg, args.get(i));
      } else if (arg.startsWith("-") && arg.length() > 1) {
        throw new UsageException(command + " does not know '" + arg + "'; try 'colight --help'");
      } else {
        rest.add(arg);
      }
    }
    return new Options(command, given, rest);
  }

  /** Tells whether a flag was given. */
  boolean has(String flag) {
    return given.containsKey(flag);
  }

  /** Returns the value of an option, or null where it was not given. */
  @Nullable String value(String option) {
    return given.get(option);
  }

  /** Returns a port, 0 where none was given. */
  int port(String option) {
    String value = given.getOrDefault(option, "0");
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException("not a port: " + value);
  }

  /** Returns the one path that there has to be. */
  Path path(String what) {
    if (rest.size() != 1) {
      throw new UsageException(command + " takes one " + what + ", not " + rest.size());
    }
    return path(rest.get(0), what);
  }

  /** Returns a text as a path. */
  static Path path(String text, String what) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("not a " + what + ": " + text);
    }
  }
}
