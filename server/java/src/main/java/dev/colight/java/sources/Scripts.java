package dev.colight.java.sources;

import dev.colight.graph.Directive;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Inclusions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a document takes in by its directives, and by standing beside them.
 *
 * @param document its file
 * @param beside whether sources in its folder that are of no package are of its own
 * @param directives without their places, so that two that ask for the same are equal
 */
record Scripts(Path document, boolean beside, List<Directive> directives, DirectiveReader reader) {
  /** Copies the directives. */
  Scripts {
    directives = directives.stream().map(Directive::withoutPlaces).toList();
  }

  /** Finds the sources as they are now. */
  List<Inclusions.Source> find(Function<Path, @Nullable String> texts) {
    return Inclusions.of(directives, document, texts, reader).sources();
  }
}
