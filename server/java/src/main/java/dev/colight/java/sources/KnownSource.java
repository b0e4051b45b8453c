package dev.colight.java.sources;

import dev.colight.java.compile.CompiledSource;
import dev.colight.java.compile.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file that is followed.
 *
 * @param text what was compiled last
 * @param good its last good classes, of this text or an earlier one; where it has never compiled,
 *     what there is of it, whose code says what is wrong when it gets there
 * @param whole whether those are good classes
 * @param failed whether this text has errors
 * @param packages with slashes, those whose types it may mean by their simple names
 */
record KnownSource(
    String text,
    @Nullable CompiledSource good,
    boolean whole,
    List<SourceProblem> problems,
    boolean failed,
    Set<String> packages) {

  /** Tells whether it is compiled, and uses one of some top-level types, given with slashes. */
  boolean uses(Set<String> types) {
    return good != null
        && (types.stream().anyMatch(good.names()::mayMean)
            || good.references().stream()
                .anyMatch(name -> types.contains(CompiledSource.outermost(name))));
  }

  /** Returns the simple name of the type that a file is named after. */
  static String typeNamedAfter(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
