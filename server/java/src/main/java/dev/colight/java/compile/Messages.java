package dev.colight.java.compile;

import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;

/** Puts ECJ's messages into the document's own terms: no generated name may show. */
final class Messages {
  static final String TOO_LARGE =
      "This code is too large: a method can have no more than 64 KB of bytecode";

  private static final String GENERATED =
      "(?:" + GeneratedNames.PACKAGE + "\\.)?[TFMVB][0-9a-f]{32}";
  private static final Pattern IN_GENERATED =
      Pattern.compile(" (?:for|in|from|of) the type '?" + GENERATED + "(?![.$\\w])'?");
  private static final Pattern QUALIFIER = Pattern.compile(GENERATED + "[.$]");
  private static final Pattern GENERATED_NAME = Pattern.compile("'?" + GENERATED + "'?");
  private static final Pattern STATEMENT =
      Pattern.compile("(?:[Tt]he )?method '?\\$colight\\$s\\d+\\(\\)'?");
  private static final Pattern PREFIXED = Pattern.compile("(?:\\$colight|\\bdo)\\$(?=\\w)");

  private Messages() {}

  /** Returns a problem's message, on one line. */
  static String of(CategorizedProblem problem) {
    return switch (problem.getID()) {
      case IProblem.BytecodeExceeds64KLimit,
          IProblem.BytecodeExceeds64KLimitForClinit,
          IProblem.BytecodeExceeds64KLimitForConstructor ->
          TOO_LARGE;
      default -> scrub(problem.getMessage());
    };
  }

  /** Takes generated names out of a text. */
  static String scrub(String message) {
    String text = message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    text = IN_GENERATED.matcher(text).replaceAll("");
    text = QUALIFIER.matcher(text).replaceAll("");
    text = STATEMENT.matcher(text).replaceAll("this statement");
    text = PREFIXED.matcher(text).replaceAll("");
    return GENERATED_NAME.matcher(text).replaceAll("this code");
  }
}
