package dev.colight.fuzz;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param seed of the first document; each other one has the next
 * @param features what documents may do
 * @param documents a folder of documents to edit in place of ones that are made up, or null
 * @param programs whether documents that are made up are programs
 * @param kill whether to kill workers at times
 * @param report whether to count what had to run
 * @param most how many differences to look for before ending early
 * @param cases where to write scripts of differences
 * @param replay a script to carry out in place of all that, or null
 */
record Options(
    int seconds,
    long seed,
    Set<Feature> features,
    @Nullable Path documents,
    boolean programs,
    boolean kill,
    boolean report,
    int most,
    Path cases,
    @Nullable Path replay,
    boolean help) {
  static final String USAGE =
      """
      usage: colight fuzz [--seconds 60] [--seed N] [--kill] [--report] [--most 5]
                          [--features NAMES] [--documents DIRECTORY | --programs]
                          [--cases DIRECTORY]
             colight fuzz --replay FILE

      Makes documents, edits them, and compares what is shown after each edit with a clean run
      from top to bottom. Prints the smallest document and edits that it finds for a difference,
      and keeps them in a file. Exits with 1 when there is one.

      --seconds  how long
      --seed     of the first document; a fresh one if not given
      --features what documents may do beside numbers, as in lists,hashes; all if not given
      --documents
                 edit the .jsh files of a folder at random in place of documents that are made up
      --programs make up .java files with a main in place of scripts
      --kill     kill the worker at times
      --report   count the blocks that ran against those that had to
      --most     end after so many differences
      --cases    where to write scripts; fuzz-cases if not given
      --replay   carry out a script, and compare after each of its steps
      """;

  /**
   * Parses a command line.
   *
   * @param freshSeed the seed where none is given
   * @throws IllegalArgumentException saying in one line what is wrong with it
   */
  static Options parse(List<String> args, long freshSeed) {
    int seconds = 60;
    long seed = freshSeed;
    Set<Feature> features = Feature.promised();
    Path documents = null;
    boolean programs = false;
    boolean kill = false;
    boolean report = false;
    boolean help = false;
    int most = 5;
    Path cases = Path.of("fuzz-cases");
    Path replay = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--seconds" -> seconds = (int) number(option, rest, 1, Integer.MAX_VALUE);
        case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
        case "--most" -> most = (int) number(option, rest, 1, Integer.MAX_VALUE);
        case "--features" -> features = features(value(option, rest));
        case "--documents" -> documents = path(value(option, rest));
        case "--programs" -> programs = true;
        case "--kill" -> kill = true;
        case "--report" -> report = true;
        case "--cases" -> cases = path(value(option, rest));
        case "--replay" -> replay = path(value(option, rest));
        case "--help", "-h" -> help = true;
        default ->
            throw new IllegalArgumentException(
                "fuzz does not know '" + option + "'; try 'colight fuzz --help'");
      }
    }
    return new Options(
        seconds, seed, features, documents, programs, kill, report, most, cases, replay, help);
  }

  private static Set<Feature> features(String names) {
    Set<Feature> features = EnumSet.of(Feature.NUMBERS);
    for (String name : names.split(",")) {
      try {
        features.add(Feature.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        String known =
            Feature.all().stream()
                .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
            "no such feature: '" + name + "'; there are " + known, e);
      }
    }
    return features;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path: " + text, e);
    }
  }

  private static long number(String option, Iterator<String> rest, long least, long most) {
    String text = value(option, rest);
    long number;
    try {
      number = Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " takes a number, not '" + text + "'", e);
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(option + " cannot be " + number);
    }
    return number;
  }
}
