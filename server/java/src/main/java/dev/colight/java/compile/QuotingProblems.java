package dev.colight.java.compile;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.util.HashtableOfInt;
import org.jspecify.annotations.Nullable;

/**
 * Words ECJ's problems as ECJ does, with quotes around the code in them. Some of its messages have
 * those, others read {@code nothing cannot be resolved}. Used by one thread.
 */
final class QuotingProblems extends DefaultProblemFactory {
  /** A name, type or signature, such as <code>{2}.{0}({1})</code>, that has no quotes yet. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\w'\"@.<(\\[{}])(@?(?:<\\{\\d}>)?\\{\\d}(?:\\.\\{\\d}|\\(\\{\\d}\\)|\\(\\)|\\[])*+)"
              + "(?![\\w'\"<>{(])");

  private final Set<Integer> quoted = new HashSet<>();

  QuotingProblems() {
    super(Locale.ENGLISH);
    messageTemplates = copy(messageTemplates);
  }

  /** Copies a table that all factories share. */
  private static HashtableOfInt copy(HashtableOfInt shared) {
    HashtableOfInt own = new HashtableOfInt(shared.elementSize);
    for (int i = 0; i < shared.keyTable.length; i++) {
      if (shared.valueTable[i] != null) {
        own.put(shared.keyTable[i], shared.valueTable[i]);
      }
    }
    return own;
  }

  @Override
  public CategorizedProblem createProblem(
      char[] file,
      int problemId,
      String @Nullable [] arguments,
      int elaborationId,
      String @Nullable [] messageArguments,
      int severity,
      int start,
      int end,
      int line,
      int column) {
    quote(problemId);
    return super.createProblem(
        file,
        problemId,
        arguments,
        elaborationId,
        messageArguments,
        severity,
        start,
        end,
        line,
        column);
  }

  @Override
  public CategorizedProblem createProblem(
      char[] file,
      int problemId,
      String @Nullable [] arguments,
      String @Nullable [] messageArguments,
      int severity,
      int start,
      int end,
      int line,
      int column) {
    quote(problemId);
    return super.createProblem(
        file, problemId, arguments, messageArguments, severity, start, end, line, column);
  }

  /** Rewrites a template before it is used for the first time: most never are. */
  private void quote(int problemId) {
    int key = (problemId & IProblem.IgnoreCategoriesMask) + 1;
    if (quoted.add(key) && messageTemplates.get(key) instanceof String template) {
      messageTemplates.put(key, quoted(template));
    }
  }

  /** Returns a template with quotes; one that is nothing but an argument is a whole message. */
  static String quoted(String template) {
    return template.matches("\\{\\d}") ? template : CODE.matcher(template).replaceAll("'$1'");
  }
}
