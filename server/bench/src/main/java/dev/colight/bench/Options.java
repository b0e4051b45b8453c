package dev.colight.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param parts what is to be measured
 * @param quick whether few rounds will do
 * @param sizes blocks of the documents, ascending
 * @param edits how many are measured in each
 * @param rivalLimit the largest document that rivals are given
 * @param beside the rivals that take part
 * @param json whether to print JSON in place of tables, of the edits
 * @param svg where to write a plot of the edits, or null
 */
record Options(
    Set<Part> parts,
    boolean quick,
    List<Integer> sizes,
    int edits,
    int rivalLimit,
    List<Contender> beside,
    boolean json,
    @Nullable Path svg,
    boolean help) {
  /** What can be measured by itself. */
  enum Part {
    EDITS,
    SCENARIOS,
    SOURCES,
    PIECES,
    COLD,
    CODE,
    MEMORY
  }

  static final String USAGE =
      """
      usage: colight bench [edits] [scenarios] [sources] [pieces] [cold] [code] [memory] [OPTION...]

      Measures how fast Colight Live is, beside the least that it could take, other tools, and
      plain java. Without a name it measures all. See docs/performance.md.

      edits      from an edit of one block that one other requires to the last result, beside the
                 bare compilation and call of the same two blocks, and beside other tools
      scenarios  edits with 0 to 100 dependents, blocks that come and go, a slider, typing
      sources    documents beside 2,000 sources: opening one, edits in a source deep below
      pieces     splitting, parsing, compiling and so on, each by itself (JMH)
      cold       from the start of a process to results, beside jshell and java
      code       user code in a document, beside the same under java
      memory     of server and worker, by size of the document and in the course of many edits

      --quick    few rounds of everything: under three minutes
      --sizes    documents to edit, by their number of blocks (10,100,1000,10000)
      --edits    edits to measure in each (200)
      --beside   whom to give the same edits: jshell, notebook (a kernel on JShell), mdoc (the
                 document in Scala), java (all of it again); all of them by default
      --jshell   the largest document to give to those, which take long to load one (100; 0: none)
      --json     print JSON, of the edits
      --svg      write a plot of the edits to a file
      """;

  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);
  private static final List<Integer> QUICK_SIZES = List.of(10, 1_000);
  private static final int EDITS = 200;
  private static final int QUICK_EDITS = 30;
  private static final int RIVAL_LIMIT = 100;
  private static final int QUICK_RIVAL_LIMIT = 10;

  /**
   * Parses a command line.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with it
   */
  static Options parse(List<String> args) {
    boolean quick = args.contains("--quick");
    Set<Part> parts = EnumSet.noneOf(Part.class);
    List<Integer> sizes = quick ? QUICK_SIZES : SIZES;
    int edits = quick ? QUICK_EDITS : EDITS;
    int rivalLimit = quick ? QUICK_RIVAL_LIMIT : RIVAL_LIMIT;
    List<Contender> beside = Contender.rivals();
    boolean json = false;
    Path svg = null;
    boolean help = false;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--quick" -> {}
        case "--sizes" -> sizes = sizes(value(option, rest));
        case "--edits" -> edits = number(option, value(option, rest), 1);
        case "--beside" -> beside = rivals(value(option, rest));
        case "--jshell" -> rivalLimit = number(option, value(option, rest), 0);
        case "--json" -> json = true;
        case "--svg" -> svg = Path.of(value(option, rest));
        case "--help", "-h" -> help = true;
        default -> parts.add(part(option));
      }
    }
    Set<Part> wanted =
        !parts.isEmpty() ? parts : json || svg != null ? Set.of(Part.EDITS) : Set.of(Part.values());
    return new Options(wanted, quick, sizes, edits, rivalLimit, beside, json, svg, help);
  }

  private static Part part(String name) {
    for (Part part : Part.values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(name)) {
        return part;
      }
    }
    throw new IllegalArgumentException(
        "bench does not know '" + name + "'; try 'colight bench --help'");
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  /** Reads names of rivals, of which the first word is enough. */
  private static List<Contender> rivals(String text) {
    List<Contender> rivals = new ArrayList<>();
    for (String name : text.split(",")) {
      List<Contender> named =
          Contender.rivals().stream()
              .filter(c -> (c.label() + " ").startsWith(name + " "))
              .toList();
      if (named.isEmpty()) {
        throw new IllegalArgumentException("--beside does not know '" + name + "'");
      }
      rivals.addAll(named);
    }
    return rivals.stream().distinct().sorted().toList();
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
