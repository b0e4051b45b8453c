package dev.colight.live;

import dev.colight.execution.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a document that follow one another, each a list of blocks.
 *
 * @param versions the first is opened, each other one is an edit
 */
record EditScript(List<List<String>> versions) {
  /** The JDK's own name of a lambda's class, and an identity, are other ones in each process. */
  private static final Pattern IDENTITY =
      Pattern.compile("[\\w.$]*\\$?\\$Lambda[\\w/$]*@[0-9a-f]+");

  private static final int MAX_TRIES = 250;

  /** Where a document shows something else than a clean run does. */
  record Difference(int version, String shown, String clean) {
    @Override
    public String toString() {
      return "version " + version + " shows\n" + shown + "\nwhere a clean run shows\n" + clean;
    }
  }

  static String text(List<String> blocks) {
    return String.join("\n\n", blocks) + "\n";
  }

  /** Carries the edits out; returns the first difference from a clean run, or null. */
  @Nullable Difference run(Language language) throws InterruptedException {
    return run(language, 0);
  }

  private @Nullable Difference run(Language language, int firstToCheck)
      throws InterruptedException {
    try (LiveDocument document = new LiveDocument(language)) {
      for (int i = 0; i < versions.size(); i++) {
        String text = text(versions.get(i));
        if (i == 0) {
          document.open(text);
        } else if (!text.equals(document.text())) {
          document.edit(text);
        }
        if (i >= Math.max(1, firstToCheck)) {
          Difference difference = difference(i, screen(document), clean(language, text));
          if (difference != null) {
            return difference;
          }
        }
      }
    }
    return null;
  }

  private static List<String> clean(Language language, String text) throws InterruptedException {
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(text);
      return screen(document);
    }
  }

  /** Returns what a document shows, the same in each process. */
  static List<String> screen(LiveDocument document) {
    return Screen.of(document.snapshot()).stream()
        .map(block -> IDENTITY.matcher(block).replaceAll("lambda"))
        .toList();
  }

  /** Returns the first block that is shown otherwise than in a clean run, or null. */
  static @Nullable Difference difference(int version, List<String> shown, List<String> clean) {
    for (int i = 0; i < Math.max(shown.size(), clean.size()); i++) {
      String one = i < shown.size() ? shown.get(i) : "nothing";
      String other = i < clean.size() ? clean.get(i) : "nothing";
      if (!one.equals(other)) {
        return new Difference(version, one, other);
      }
    }
    return null;
  }

  /** Returns the part of this script that ends with a version. */
  EditScript upTo(int version) {
    return new EditScript(versions.subList(0, version + 1));
  }

  /** Returns a smaller script whose last version differs from a clean run as well. */
  EditScript shrunk(Language language) throws InterruptedException {
    EditScript best = this;
    boolean smaller = true;
    for (int tries = 0; smaller; ) {
      smaller = false;
      for (EditScript candidate : best.smaller()) {
        if (++tries > MAX_TRIES) {
          return best;
        }
        if (candidate.run(language, candidate.versions.size() - 1) != null) {
          best = candidate;
          smaller = true;
          break;
        }
      }
    }
    return best;
  }

  /** Returns this script without a version, or without a block in all versions. */
  private List<EditScript> smaller() {
    List<EditScript> result = new ArrayList<>();
    for (int i = 0; i < versions.size() - 1 && versions.size() > 2; i++) {
      List<List<String>> fewer = new ArrayList<>(versions);
      fewer.remove(i);
      result.add(new EditScript(fewer));
    }
    versions.stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(
            block ->
                result.add(
                    new EditScript(
                        versions.stream()
                            .map(v -> v.stream().filter(b -> !b.equals(block)).toList())
                            .toList())));
    return result;
  }

  @Override
  public String toString() {
    return String.join("\n=======\n", versions.stream().map(EditScript::text).toList());
  }
}
