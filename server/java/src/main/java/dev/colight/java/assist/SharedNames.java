package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames;
import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Override
  public @Nullable Named named(Asked asked) {
    SharedQuestion question = SharedQuestion.of(asked, seen.get());
    return question == null ? null : new Named(question.word(), question.at());
  }

  @Override
  public @Nullable Uses uses(Asked asked) {
    SharedQuestion question = SharedQuestion.of(asked, seen.get());
    if (question == null) {
      return null;
    }
    SharedSearch search = new SharedSearch(question, null);
    return search.refusal() == null
        ? new Uses(uses(search), null)
        : new Uses(List.of(), search.refusal());
  }

  @Override
  public @Nullable Renaming rename(Asked asked, String newName, boolean moves) {
    SharedQuestion question = SharedQuestion.of(asked, seen.get());
    return question == null ? null : SharedRenamer.rename(question, newName, moves);
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
