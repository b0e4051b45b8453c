package dev.colight.workspace;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.graph.Problem;
import dev.colight.text.Range;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block as clients see it; immutable.
 *
 * @param key hexadecimal run key, empty until known
 * @param index position among all blocks of the document, from 0
 * @param range whole lines of the document, absolute; ends at the end of the last line
 * @param provides names it defines: {@code a} for variables and types, {@code f()} for functions
 * @param requires names it needs from other blocks, sorted
 * @param hidden pragmas, such as {@code hide-code}
 * @param text Markdown of a prose block, null for code
 * @param problems errors and warnings of the compiler for its present text
 * @param result how its last attempt ended, null before the first
 * @param shown the last result with outputs, which is what to show: {@code result} itself where
 *     that is of the present text, else an older one, which is stale; null where there is none
 * @param lines what stands in the document
 */
public record BlockView(
    BlockId id,
    String key,
    int index,
    BlockKind kind,
    Range range,
    BlockState state,
    List<String> provides,
    List<String> requires,
    Set<String> hidden,
    @Nullable String text,
    List<ProblemView> problems,
    @Nullable ResultView result,
    @Nullable ResultView shown,
    List<String> lines) {
  /** Tells whether what is shown is not what a clean run of the present text shows. */
  public boolean stale() {
    return state != BlockState.FRESH;
  }

  /** Tells whether something is wrong with its text, rather than with what came of running it. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
