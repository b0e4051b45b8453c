package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames;
import dev.colight.java.compile.NameUse;
import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import dev.colight.text.Position;
import dev.colight.text.Range;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what sources of the workspace declare in all sources and documents, and renames it. */
public final class SharedNames implements WorkspaceNames {
  private final Supplier<Map<Path, SourceSet>> seen;
  private final Function<Path, @Nullable String> texts;

  /**
   * Creates one.
   *
   * @param seen returns, by document, the sources that it sees as they are now
   * @param texts has the text of a file as it is now, or null where there is none
   */
  public SharedNames(Supplier<Map<Path, SourceSet>> seen, Function<Path, @Nullable String> texts) {
    this.seen = seen;
    this.texts = texts;
  }

  /**
   * What is asked about.
   *
   * @param at where the word stands
   */
  record Question(Place place, String word, Range at, SourceSet sources) {}

  @Override
  public @Nullable Uses uses(Place place, List<Open> documents) {
    Question question = question(place, documents);
    SharedSearch search = question == null ? null : search(question, documents, question.word());
    return question == null || search == null
        ? null
        : new Uses(question.word(), question.at(), uses(search));
  }

  @Override
  public @Nullable Renaming rename(
      Place place, List<Open> documents, String newName, boolean moves) {
    Question question = question(place, documents);
    SharedSearch search = question == null ? null : search(question, documents, newName);
    return question == null || search == null
        ? null
        : new SharedRenamer(question, search, documents, newName, moves).rename();
  }

  @Override
  public @Nullable String text(String uri) {
    Path file = file(uri);
    return file == null ? null : texts.apply(file);
  }

  static @Nullable Path file(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (RuntimeException e) {
      return null; // in no file of this machine
    }
  }

  /** Returns the word at a place, where it may be a source's. */
  private @Nullable Question question(Place place, List<Open> documents) {
    Path file = file(place.uri());
    if (file == null) {
      return null;
    }
    Open document = document(place, documents);
    Map<Path, SourceSet> all = seen.get();
    SourceSet sources = document == null ? null : all.get(file);
    String text = document == null ? null : document.scene().document().text().toString();
    if (document == null) {
      for (SourceSet one : all.values()) {
        sources = sources == null && one.source(file) != null ? one : sources;
      }
      text = sources == null ? null : sources.text(file);
    }
    if (sources == null || text == null) {
      return null;
    }
    return wordAt(text, place, sources);
  }

  private static @Nullable Question wordAt(String text, Place place, SourceSet sources) {
    Position at = place.position();
    String[] lines = text.split("\\R", -1);
    if (at.line() < 0 || at.line() >= lines.length || at.column() > lines[at.line()].length()) {
      return null;
    }
    String line = lines[at.line()];
    int from = at.column();
    int to = at.column();
    while (from > 0 && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
      from--;
    }
    while (to < line.length() && Character.isJavaIdentifierPart(line.charAt(to))) {
      to++;
    }
    return from == to
        ? null
        : new Question(
            place, line.substring(from, to), Range.of(at.line(), from, at.line(), to), sources);
  }

  private static @Nullable Open document(Place place, List<Open> documents) {
    return documents.stream()
        .filter(one -> one.uri().equals(place.uri()) && one.assistant() instanceof JavaAssistant)
        .findFirst()
        .orElse(null);
  }

  /** Looks for what is meant at a place; null where no source declares that. */
  private static @Nullable SharedSearch search(
      Question question, List<Open> documents, String also) {
    Open document = document(question.place(), documents);
    if (document != null
        && targets(question, document).isEmpty()
        && !isImport(question, document)) {
      return null;
    }
    SharedSearch search = new SharedSearch(question.sources(), question.word(), also, documents);
    Set<String> targets =
        document == null ? inSource(question, search) : new HashSet<>(targets(question, document));
    if (document != null && targets.isEmpty()) {
      targets.addAll(inImport(question, document, search));
    }
    targets.retainAll(search.declared().keySet());
    if (targets.isEmpty()) {
      return null;
    }
    search.mean(targets);
    return search;
  }

  /** Returns what a name in a document means or overrides that may be a source's. */
  private static Set<String> targets(Question question, Open document) {
    JavaAssistant java = (JavaAssistant) document.assistant();
    Located found = java.names().at(document.scene(), question.at().start());
    Set<String> targets = new HashSet<>();
    if (found != null && found.range().equals(question.at())) {
      targets.addAll(found.use().overridden());
      if (found.use().scope() == NameUse.Scope.OUTSIDE) {
        targets.add(found.use().target());
      }
      targets.removeIf(target -> java.fileOf(SharedSearch.owner(target)) == null);
    }
    return targets;
  }

  /** Tells whether a place is in an import of what is, or may be, a source's. */
  private static boolean isImport(Question question, Open document) {
    JavaAssistant java = (JavaAssistant) document.assistant();
    return DocumentImports.of(document.uri(), document.scene(), question.word()).stream()
        .filter(one -> one.tokens().contains(question.at()))
        .anyMatch(one -> one.leadsTo(type -> java.fileOf(type) != null));
  }

  private static Set<String> inImport(Question question, Open document, SharedSearch search) {
    Set<String> targets = new HashSet<>();
    search
        .imports(document)
        .forEach(
            (one, names) -> {
              for (SourceNames.Name name : names.names()) {
                if (one.at(name.start()).equals(question.at())) {
                  targets.add(name.target());
                }
              }
              for (SourceNames.StaticImport member : names.imports()) {
                if (one.at(member.name().start()).equals(question.at())) {
                  targets.addAll(member.targets());
                }
              }
            });
    return targets;
  }

  private static Set<String> inSource(Question question, SharedSearch search) {
    Set<String> targets = new HashSet<>();
    Path file = file(question.place().uri());
    SourceNames.InFile names = file == null ? null : search.inSources().get(file);
    if (names != null) {
      names.names().stream()
          .filter(name -> name.range().equals(question.at()))
          .forEach(name -> targets.add(name.target()));
      names.imports().stream()
          .filter(one -> one.name().range().equals(question.at()))
          .forEach(one -> targets.addAll(one.targets()));
    }
    targets.removeIf(target -> target.startsWith(SourceNames.LOCAL)); // left to whoever has Java
    return targets;
  }

  private static List<Use> uses(SharedSearch search) {
    List<Use> uses = new ArrayList<>();
    search
        .inSources()
        .forEach(
            (file, names) -> {
              String uri = file.toUri().toString();
              for (SourceNames.Name name : names.names()) {
                if (search.meant().contains(name.target())) {
                  uses.add(new Use(uri, name.range(), name.declaration(), name.write()));
                }
              }
              for (SourceNames.StaticImport one : names.imports()) {
                if (one.targets().stream().anyMatch(search.meant()::contains)) {
                  uses.add(new Use(uri, one.name().range(), false, false));
                }
              }
            });
    search
        .inDocuments()
        .forEach(
            (document, names) -> {
              for (Located one : names) {
                if (search.isMeant(document, one)) {
                  boolean defines = one.use().declaration();
                  uses.add(new Use(document.uri(), one.range(), defines, one.use().write()));
                }
              }
              search
                  .importedBy(document)
                  .forEach((at, targets) -> uses.add(new Use(document.uri(), at, false, false)));
            });
    return uses;
  }
}
