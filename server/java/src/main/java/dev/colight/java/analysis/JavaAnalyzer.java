package dev.colight.java.analysis;

import dev.colight.document.Role;
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

/**
 * Analyses blocks of Java: of scripts as the {@code jshell} tool would take them, of programs as
 * their members and the statements of their {@code main}. Keeps no state.
 */
public final class JavaAnalyzer implements Analyzer {
  private final List<String> arguments;

  /** Creates an analyzer of documents whose programs get no arguments. */
  public JavaAnalyzer() {
    this(List.of());
  }

  /**
   * Creates an analyzer.
   *
   * @param arguments what programs get that are started
   */
  public JavaAnalyzer(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public BlockAnalysis analyze(Role role, List<String> lines) {
    List<Token> code = new ArrayList<>();
    SortedSet<String> pragmas = new TreeSet<>();
    for (Token token : Tokenizer.tokenizeWithComments(lines)) {
      if (token.kind() == Token.Kind.COMMENT) {
        pragmas.addAll(Comments.pragmas(token.text()));
      } else {
        code.add(token);
      }
    }
    BlockReader reader =
        new BlockReader(role == Role.ENTRY || role == Role.BARE_ENTRY ? Role.BODY : role, lines);
    switch (role) {
      case FRAME -> {}
      case SCRIPT, MEMBERS, BESIDE, BODY -> reader.read(code);
      case ENTRY, BARE_ENTRY, PROGRAM, BARE_PROGRAM ->
          new ProgramReader(reader, arguments).read(role, code);
    }
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
