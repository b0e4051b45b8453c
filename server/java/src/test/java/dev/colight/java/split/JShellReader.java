package dev.colight.java.split;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Reads lines as the {@code jshell} tool does: whenever what it has is complete, it is a snippet.
 */
final class JShellReader implements AutoCloseable {
  private final JShell shell = JShell.builder().executionEngine("local").build();
  private final SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();

  /**
   * A snippet.
   *
   * @param kind name of JShell's kind of it, or {@code INCOMPLETE} for what is left at the end
   * @param text its tokens with a space between them, without a {@code ;} at the end
   */
  record Read(String kind, String text) {}

  List<Read> read(String source) {
    List<Read> result = new ArrayList<>();
    String pending = "";
    for (String line : source.split("\n", -1)) {
      pending =
          pending.isEmpty() || pending.endsWith("\n") ? pending + line : pending + "\n" + line;
      while (!pending.isBlank()) {
        CompletionInfo info = analysis.analyzeCompletion(pending);
        if (!info.completeness().isComplete()) {
          pending = info.remaining();
          break;
        }
        add(result, kind(info.source()), info.source());
        pending = info.remaining();
      }
      pending = pending.isBlank() ? "" : pending;
    }
    add(result, "INCOMPLETE", pending);
    return result;
  }

  private String kind(String source) {
    var snippets = analysis.sourceToSnippets(source);
    if (snippets.isEmpty()) {
      return "NONE";
    }
    Snippet first = snippets.get(0);
    if (first.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      return "EXPRESSION";
    }
    return first instanceof ErroneousSnippet erroneous
        ? erroneous.probableKind().name()
        : first.kind().name();
  }

  private static void add(List<Read> result, String kind, String source) {
    String text = normalize(Tokenizer.tokenize(List.of(source.split("\n", -1))));
    if (!text.isEmpty()) {
      result.add(new Read(kind, text));
    }
  }

  /** Joins tokens, without a {@code ;} at the end. */
  static String normalize(List<Token> tokens) {
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).is(";")) {
      end--;
    }
    return String.join(" ", tokens.subList(0, end).stream().map(Token::text).toList());
  }

  @Override
  public void close() {
    shell.close();
  }
}
