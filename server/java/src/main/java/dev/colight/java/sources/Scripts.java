package dev.colight.java.sources;

import dev.colight.graph.Directive;
import dev.colight.graph.Directive.Word;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Inclusions;
import dev.colight.text.Range;
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
  private static final Range NOWHERE = Range.of(0, 0, 0, 0);

  /** Copies the directives. */
  Scripts {
    directives = directives.stream().map(Scripts::withoutPlaces).toList();
  }

  private static Directive withoutPlaces(Directive directive) {
    List<Word> words =
        directive.words().stream().map(word -> new Word(word.text(), NOWHERE)).toList();
    return new Directive(directive.name(), directive.value(), words, NOWHERE);
  }

  /** Finds the sources as they are now. */
  List<Inclusions.Source> find(Function<Path, @Nullable String> texts) {
    return Inclusions.of(directives, document, texts, reader).sources();
  }
}
