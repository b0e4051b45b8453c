package dev.colight.java.analysis;

import com.github.javaparser.ParseStart;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the free names of snippets: from a syntax tree where JavaParser understands the code, else
 * from tokens. All methods return null for what cannot be any Java: it ends too early, or is prose.
 * Used by one thread.
 */
final class NameReader {
  private static final KnownNames KNOWN = new KnownNames();

  private final SnippetParser parser = new SnippetParser();
  private final List<String> lines;

  NameReader(List<String> lines) {
    this.lines = lines;
  }

  /** Free names of a part of some code, and of all of it. */
  record PartAndWhole(FreeNames part, FreeNames whole) {}

  private interface Visit<N> {
    void visit(N root, CodeNames part, CodeNames whole);
  }

  @Nullable FreeNames expression(List<Token> tokens, Scope scope) {
    return wholeOf(ParseStart.EXPRESSION, KnownNames.Kind.EXPRESSION, tokens, scope);
  }

  @Nullable FreeNames statement(List<Token> tokens, Scope scope) {
    return wholeOf(ParseStart.STATEMENT, KnownNames.Kind.STATEMENT, tokens, scope);
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
            KnownNames.Kind.TYPE,
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
        KnownNames.Kind.FUNCTION,
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
        KnownNames.Kind.VARIABLE,
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
      ParseStart<N> start, KnownNames.Kind kind, List<Token> tokens, Scope scope) {
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
      KnownNames.Kind kind,
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
      KnownNames.Kind kind,
      List<Token> tokens,
      Scope scope,
      Visit<N> visit,
      Supplier<PartAndWhole> fromTokens) {
    String text = SnippetParser.text(tokens);
    KnownNames.Read key = KnownNames.Read.of(kind, text, tokens, scope);
    PartAndWhole known = key == null ? null : KNOWN.get(key);
    if (known != null) {
      return known;
    }
    SnippetParser.Parsed<N> parsed = parser.parse(start, tokens, text);
    if (parsed instanceof SnippetParser.Tree<N> tree) {
      PartAndWhole names = new PartAndWhole(new FreeNames(), new FreeNames());
      try {
        visit.visit(tree.root(), new CodeNames(names.part()), new CodeNames(names.whole()));
        if (key != null) {
          KNOWN.put(key, names);
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
