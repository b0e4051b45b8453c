package dev.colight.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line adds to the class path of all documents, for any command.
 *
 * @param rest the other arguments
 * @param entries jars, folders and patterns, which start from the present folder
 */
record ClassPathOption(List<String> rest, List<String> entries) {
  private static final String NAME = "--class-path";

  /** Takes the option out of arguments; it may come more than once. */
  static ClassPathOption of(List<String> args) {
    List<String> rest = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    Path here = Path.of("").toAbsolutePath();
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).equals("--")) {
        rest.addAll(args.subList(i, args.size()));
        break;
      } else if (!args.get(i).equals(NAME)) {
        rest.add(args.get(i));
      } else if (++i == args.size()) {
        throw new UsageException(NAME + " lacks its value");
      } else {
        for (String entry : args.get(i).split(File.pathSeparator, -1)) {
          if (!entry.isEmpty()) {
            entries.add(isAbsolute(entry) ? entry : here + File.separator + entry);
          }
        }
      }
    }
    return new ClassPathOption(rest, entries);
  }

  private static boolean isAbsolute(String entry) {
    return new File(entry).isAbsolute();
  }
}
