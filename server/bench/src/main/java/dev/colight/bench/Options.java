package dev.colight.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param sizes blocks of the documents, ascending
 * @param edits how many are measured in each
 * @param jshellLimit the largest document that JShell is given
 * @param json whether to print JSON in place of tables
 */
record Options(List<Integer> sizes, int edits, int jshellLimit, boolean json, boolean help) {
  static final String USAGE =
      """
      usage: colight bench [--sizes 10,100,1000,10000] [--edits 200] [--jshell 100] [--json]
             colight bench memory

      Measures, at the pipe of the language server, how long an edit of one block that one
      other block requires takes until the last result is there, beside the bare compilation
      and call of the same two blocks, and beside JShell. See docs/performance.md.

      --sizes   documents to measure, by their number of blocks (multiples of 10)
      --edits   edits to measure in each
      --jshell  the largest document to give to JShell, which takes long to load one; 0 for none
      --json    print JSON
      memory    measure instead what server and worker have in use in the course of 10,000 edits
      """;

  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);
  private static final int EDITS = 200;
  private static final int JSHELL_LIMIT = 100;

  /**
   * Parses a command line.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with it
   */
  static Options parse(List<String> args) {
    List<Integer> sizes = SIZES;
    int edits = EDITS;
    int jshellLimit = JSHELL_LIMIT;
    boolean json = false;
    boolean help = false;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--sizes" -> sizes = sizes(value(option, rest));
        case "--edits" -> edits = number(option, value(option, rest), 1);
        case "--jshell" -> jshellLimit = number(option, value(option, rest), 0);
        case "--json" -> json = true;
        case "--help", "-h" -> help = true;
        default ->
            throw new IllegalArgumentException(
                "bench does not know '" + option + "'; try 'colight bench --help'");
      }
    }
    return new Options(sizes, edits, jshellLimit, json, help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static List<Integer> sizes(String text) {
    List<Integer> sizes = new ArrayList<>();
    for (String part : text.split(",")) {
      int size = number("--sizes", part, 10);
      if (size % 10 != 0) {
        throw new IllegalArgumentException("--sizes takes multiples of 10, not " + size);
      }
      sizes.add(size);
    }
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("--sizes needs a value");
    }
    return sizes.stream().distinct().sorted().toList();
  }

  private static int number(String option, String text, int least) {
    int number;
    try {
      number = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " takes a number, not '" + text + "'", e);
    }
    if (number < least) {
      throw new IllegalArgumentException(option + " takes a number from " + least + " on");
    }
    return number;
  }
}
