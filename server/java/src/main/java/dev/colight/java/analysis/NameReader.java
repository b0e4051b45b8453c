package dev.colight.java.analysis;

import com.github.javaparser.ParseStart;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the free names of snippets: from a syntax tree where JavaParser understands the code, else
 * from tokens. All methods return null for what cannot be any Java: it ends too early, or is prose.
 * Used by one thread.
 */
final class NameReader {
  /** What is remembered by each thread: as much as people may edit in turns. */
  private static final int MAX_KNOWN = 1_000;

  /**
   * Names of what was read before, the most recently used. While somebody changes a number, or a
   * text, the names are the same. By thread, as what collects names is for one.
   */
  private static final ThreadLocal<Map<Read, PartAndWhole>> KNOWN =
      ThreadLocal.withInitial(NameReader::newKnown);

  private final SnippetParser parser = new SnippetParser();
  private final List<String> lines;

  NameReader(List<String> lines) {
    this.lines = lines;
  }

  /** Free names of a part of some code, and of all of it. */
  record PartAndWhole(FreeNames part, FreeNames whole) {}

  /** How code is read. */
  private enum Kind {
    EXPRESSION,
    STATEMENT,
    TYPE,
    FUNCTION,
    VARIABLE
  }

  /**
   * What names depend on.
   *
   * @param text of the code, without its literals
   * @param declared names that are declared above
   */
  private record Read(Kind kind, String text, Set<Name> declared) {
    /** Longer code takes much memory, and more declarations take long to compare. */
    private static final int MAX_LENGTH = 4_000;

    private static final int MAX_DECLARED = 32;

    /** Returns what names depend on, or null where that is too much to be remembered. */
    static @Nullable Read of(Kind kind, String text, Scope scope) {
      Set<Name> declared = text.length() > MAX_LENGTH ? null : scope.names(MAX_DECLARED);
      return declared == null ? null : new Read(kind, text, declared);
    }
  }

  private static Map<Read, PartAndWhole> newKnown() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Read, PartAndWhole> eldest) {
        return size() > MAX_KNOWN;
      }
    };
  }

  private interface Visit<N> {
    void visit(N root, CodeNames part, CodeNames whole);
  }

  @Nullable FreeNames expression(List<Token> tokens, Scope scope) {
    return wholeOf(ParseStart.EXPRESSION, Kind.EXPRESSION, tokens, scope);
  }

  @Nullable FreeNames statement(List<Token> tokens, Scope scope) {
    return wholeOf(ParseStart.STATEMENT, Kind.STATEMENT, tokens, scope);
  }

  @Nullable FreeNames type(List<Token> tokens) {
    Scope scope = Scope.root();
    for (int at = 0; at < tokens.size(); at++) {
      int name = TypeHeader.nameIndex(tokens, at);
      if (name == at + 1) {
        scope.declare(Name.type(tokens.get(name).text()));
      }
    }
    PartAndWhole names =
        read(
            ParseStart.CLASS_BODY,
            Kind.TYPE,
            tokens,
            scope,
            (root, part, whole) -> root.accept(whole, Scope.root()),
            () -> new PartAndWhole(new FreeNames(), TokenNames.of(tokens, scope)));
    return names == null ? null : names.whole();
  }

  /** Returns the free names of a method's header, and of all of it. */
  @Nullable PartAndWhole function(List<Token> tokens, FunctionHeader header) {
    return read(
        ParseStart.CLASS_BODY,
        Kind.FUNCTION,
        tokens,
        Scope.root(),
        (root, part, whole) -> {
          if (root instanceof MethodDeclaration method) {
            part.visitHeader(method, Scope.root());
          }
          root.accept(whole, Scope.root());
        },
        () -> {
          int afterName = header.name() + 1;
          FreeNames part = TokenNames.of(tokens.subList(0, header.name()), Scope.root());
          part.addAll(TokenNames.of(tokens.subList(afterName, header.bodyFirst()), Scope.root()));
          FreeNames whole =
              TokenNames.of(tokens.subList(header.bodyFirst(), tokens.size()), Scope.root());
          whole.addAll(part);
          return new PartAndWhole(part, whole);
        });
  }

  /** Returns the free names of a variable's type, and of its type and initialiser. */
  @Nullable PartAndWhole variable(Declarator declarator, Scope scope) {
    return read(
        ParseStart.STATEMENT,
        Kind.VARIABLE,
        declarator.tokens(),
        scope,
        (root, part, whole) -> {
          root.findFirst(VariableDeclarator.class)
              .ifPresent(variable -> variable.getType().accept(part, scope));
          root.accept(whole, scope);
        },
        () -> {
          FreeNames part =
              declarator.inferred() ? new FreeNames() : TokenNames.of(declarator.type(), scope);
          FreeNames whole = TokenNames.of(declarator.initializer(), scope);
          whole.addAll(part);
          return new PartAndWhole(part, whole);
        });
  }

  private <N extends Node> @Nullable FreeNames wholeOf(
      ParseStart<N> start, Kind kind, List<Token> tokens, Scope scope) {
    PartAndWhole names =
        read(
            start,
            kind,
            tokens,
            scope,
            (root, part, whole) -> root.accept(whole, scope.inner()),
            () -> new PartAndWhole(new FreeNames(), TokenNames.of(tokens, scope)));
    return names == null ? null : names.whole();
  }

  private <N extends Node> @Nullable PartAndWhole read(
      ParseStart<N> start,
      Kind kind,
      List<Token> tokens,
      Scope scope,
      Visit<N> visit,
      Supplier<PartAndWhole> fromTokens) {
    PartAndWhole names = readCode(start, kind, tokens, scope, visit, fromTokens);
    Set<String> lookedUp = names == null ? Set.of() : LookedUpNames.in(tokens);
    if (names == null || lookedUp.isEmpty()) {
      return names;
    }
    FreeNames whole = new FreeNames();
    whole.addAll(names.whole());
    lookedUp.forEach(first -> whole.useQualifier(first, scope));
    return new PartAndWhole(names.part(), whole);
  }

  private <N extends Node> @Nullable PartAndWhole readCode(
      ParseStart<N> start,
      Kind kind,
      List<Token> tokens,
      Scope scope,
      Visit<N> visit,
      Supplier<PartAndWhole> fromTokens) {
    String text = SnippetParser.text(tokens);
    Read key = Read.of(kind, text, scope);
    PartAndWhole known = key == null ? null : KNOWN.get().get(key);
    if (known != null) {
      return known;
    }
    SnippetParser.Parsed<N> parsed = parser.parse(start, tokens, text);
    if (parsed instanceof SnippetParser.Tree<N> tree) {
      PartAndWhole names = new PartAndWhole(new FreeNames(), new FreeNames());
      try {
        visit.visit(tree.root(), new CodeNames(names.part()), new CodeNames(names.whole()));
        if (key != null) {
          KNOWN.get().put(key, names);
        }
        return names;
      } catch (StackOverflowError e) {
        // The parser had stack enough for this nesting, the visitor has not.
        return fromTokens.get();
      }
    }
    boolean noJava =
        parsed instanceof SnippetParser.Incomplete<N>
            || Diagnosis.endsEarly(tokens)
            || ForeignText.likely(lines, tokens) != null;
    return noJava ? null : fromTokens.get();
  }
}
