package dev.colight.java.split;

import java.util.List;
import java.util.Set;

/** Tells what a comment is there for: people, JBang, or the presentation of the document. */
public final class Comments {
  private static final Set<String> DIRECTIVES =
      Set.of(
          "CDS",
          "COMPILE_OPTIONS",
          "DEPS",
          "DESCRIPTION",
          "DOCS",
          "FILES",
          "GAV",
          "GROOVY",
          "JAVA",
          "JAVAAGENT",
          "JAVAC_OPTIONS",
          "JAVA_OPTIONS",
          "KOTLIN",
          "MAIN",
          "MANIFEST",
          "MODULE",
          "NATIVE_OPTIONS",
          "NOINTEGRATIONS",
          "PREVIEW",
          "REPOS",
          "RUNTIME_OPTIONS",
          "SOURCES");

  private Comments() {}

  /**
   * Tells whether a comment is an instruction to JBang or to the system: {@code //DEPS …}, {@code
   * ///usr/bin/env jbang …}, or a {@code #!} line.
   */
  public static boolean isDirective(String comment) {
    if (comment.startsWith("#!") || comment.startsWith("///usr/bin/env ")) {
      return true;
    }
    if (!comment.startsWith("//")) {
      return false;
    }
    int end = 2;
    while (end < comment.length() && !MultiLine.isSpace(comment.charAt(end))) {
      end++;
    }
    return DIRECTIVES.contains(comment.substring(2, end));
  }

  /** Returns the words of a pragma, such as {@code // | hide-code}; none if it is not a pragma. */
  public static List<String> pragmas(String comment) {
    String body = "";
    if (comment.startsWith("//")) {
      body = comment.substring(2).strip();
    } else if (comment.startsWith("/*") && comment.endsWith("*/") && comment.length() >= 4) {
      body = comment.substring(2, comment.length() - 2).strip();
    }
    if (!body.startsWith("|") || body.indexOf('\n') >= 0) {
      return List.of();
    }
    String words = body.substring(1).strip();
    return words.isEmpty() ? List.of() : List.of(words.split("[\\s,]+"));
  }
}
