package dev.colight.java.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.jspecify.annotations.Nullable;

/**
 * What ECJ made of a source.
 *
 * @param classes class files as ECJ wrote them, the top-level class first; none after an error
 * @param types static types of the values that are shown, by statement
 * @param usedImports import declarations that the code needs
 * @param crash what ECJ died of, or null
 */
record EcjResult(
    List<CategorizedProblem> problems,
    List<GeneratedClass> classes,
    Map<Integer, String> types,
    Set<String> usedImports,
    @Nullable String crash) {
  boolean failed() {
    return crash != null || problems.stream().anyMatch(CategorizedProblem::isError);
  }

  /** Returns the result of a source that ECJ could not cope with. */
  static EcjResult failure(String reason) {
    return new EcjResult(List.of(), List.of(), Map.of(), Set.of(), reason);
  }
}
