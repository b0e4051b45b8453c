package dev.colight.java.analysis;

import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.StatementUnit;
import dev.colight.java.split.Comments;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Analyses blocks of Java, as the {@code jshell} tool would take them. Keeps no state. */
public final class JavaAnalyzer implements Analyzer {
  @Override
  public BlockAnalysis analyze(List<String> lines) {
    List<Token> code = new ArrayList<>();
    SortedSet<String> pragmas = new TreeSet<>();
    for (Token token : Tokenizer.tokenizeWithComments(lines)) {
      if (token.kind() == Token.Kind.COMMENT) {
        pragmas.addAll(Comments.pragmas(token.text()));
      } else {
        code.add(token);
      }
    }
    BlockReader reader = new BlockReader(lines);
    reader.read(code);
    return new BlockAnalysis(reader.units(), Collections.unmodifiableSortedSet(pragmas));
  }

  @Override
  public StatementUnit prefix(StatementUnit unit, int statements) {
    return StatementRun.prefix(unit, statements);
  }

  @Override
  public String prose(List<String> lines) {
    return Prose.markdown(lines);
  }
}
