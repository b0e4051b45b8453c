package dev.colight.java.analysis;

import dev.colight.document.Role;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.split.Snippet;
import dev.colight.java.split.SnippetSplitter;
import dev.colight.java.split.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the snippets of a block into units. Used by one thread, for one block. */
final class BlockReader {
  /** Tokens of a block past which reading and compiling it would take longer than people wait. */
  private static final int MAX_TOKENS = 500_000;

  private final Role role;
  private final List<String> lines;
  private final NameReader names;
  private final UnitList units = new UnitList();

  /** What is still to be read, the next one first. */
  private final Deque<Piece> pending = new ArrayDeque<>();

  private record Piece(Snippet.Kind kind, List<Token> tokens) {}

  BlockReader(Role role, List<String> lines) {
    this.role = role;
    this.lines = lines;
    this.names = new NameReader(lines);
  }

  List<Unit> units() {
    return units.units();
  }

  void read(List<Token> code) {
    if (code.size() > MAX_TOKENS) {
      String message = "this block is too long to run: leave blank lines between its parts";
      addBroken(code.subList(0, 1), Diagnosis.at(0, message));
      return;
    }
    readNext(code);
    while (!pending.isEmpty()) {
      Piece piece = pending.pop();
      if (isAmongMembers() && piece.kind() == Snippet.Kind.PACKAGE) {
        continue; // says nothing about what the program does
      }
      ForeignText foreign = ForeignText.certain(piece.tokens());
      int tooDeep = Nesting.limit(piece.tokens());
      if (foreign != null) {
        addForeign(foreign, piece.tokens());
      } else if (tooDeep >= 0) {
        addBroken(piece.tokens(), Diagnosis.at(tooDeep, "brackets are nested too deeply"));
      } else {
        read(piece.kind(), piece.tokens());
      }
    }
  }

  /** Adds an import that nobody has written. */
  void addImport(ImportUnit unit) {
    units.add(unit);
  }

  private void readNext(List<Token> code) {
    List<Snippet> snippets = SnippetSplitter.split(code);
    for (int i = snippets.size() - 1; i >= 0; i--) {
      Snippet snippet = snippets.get(i);
      pending.push(
          new Piece(snippet.kind(), code.subList(snippet.firstToken(), snippet.endToken())));
    }
  }

  private void read(Snippet.Kind kind, List<Token> tokens) {
    if (TokenScan.afterModifiers(tokens, 0) == tokens.size()) {
      addUnparsable(tokens);
      return;
    }
    String misplaced = Misplaced.message(role, kind, tokens);
    if (misplaced != null) {
      addBroken(tokens, Diagnosis.spanning(0, tokens.size() - 1, misplaced));
      return;
    }
    switch (kind) {
      case IMPORT -> readImport(tokens);
      case TYPE -> readType(tokens);
      case METHOD -> readMethod(tokens);
      case VARIABLE -> readVariables(tokens);
      case EXPRESSION -> readExpression(tokens, 0);
      case RETURN -> {
        boolean value = tokens.size() > 1 && !tokens.get(1).is(";");
        if (value) {
          readExpression(tokens, 1);
        } else {
          readStatement(tokens);
        }
      }
      case STATEMENT -> readStatement(isAmongMembers() ? withoutModifiers(tokens) : tokens);
      case BROKEN, PACKAGE -> addUnparsable(tokens);
      case EMPTY -> {}
    }
  }

  private boolean isAmongMembers() {
    return role == Role.MEMBERS || role == Role.BESIDE;
  }

  /** Tells whether what is around a type may use its private members, and is compiled elsewhere. */
  private boolean isTakenApart() {
    return role == Role.MEMBERS || role == Role.BODY;
  }

  private void readImport(List<Token> tokens) {
    ImportUnit unit = Imports.read(tokens);
    if (unit != null) {
      units.add(unit);
    } else {
      addBroken(
          tokens,
          Diagnosis.spanning(
              0,
              tokens.size() - 1,
              "an import names a package and a type, such as `import java.util.List;`"));
    }
  }

  private void readType(List<Token> written) {
    List<Token> dropped = TypeHeader.withoutDropped(written);
    List<Token> tokens =
        RecordConstructors.opened(isTakenApart() ? PrivateMembers.opened(dropped) : dropped);
    int name = TypeHeader.nameIndex(tokens, 0);
    if (name < 0) {
      readStatement(written);
      return;
    }
    FreeNames free = names.type(tokens);
    if (free == null) {
      addUnparsable(written);
      return;
    }
    units.add(
        new TypeUnit(
            Name.type(tokens.get(name).text()),
            CanonicalText.of(tokens),
            free.uses(),
            TypeHeader.supertypes(tokens, name),
            TypeHeader.isOpen(tokens, name),
            new JavaCode(
                List.copyOf(tokens), new JavaCode.TypeShape(TypeHeader.bodyIndex(tokens, name)))));
  }

  private void readMethod(List<Token> written) {
    List<Token> tokens = withoutModifiers(written);
    FunctionHeader header = FunctionHeader.read(tokens);
    if (header == null || header.bodyFirst() < 0) {
      addNoMethod(written, tokens, header);
      return;
    }
    NameReader.PartAndWhole free = names.function(tokens, header);
    if (free == null) {
      addUnparsable(written);
      return;
    }
    units.add(
        new FunctionUnit(
            Name.function(tokens.get(header.name()).text()),
            header.signature(),
            CanonicalText.of(tokens.subList(0, header.bodyFirst())),
            free.part().uses(),
            CanonicalText.of(tokens),
            free.whole().uses(),
            new JavaCode(
                List.copyOf(tokens),
                new JavaCode.FunctionShape(
                    0,
                    header.name(),
                    header.bodyFirst() - 1,
                    header.bodyFirst(),
                    tokens.size() - 1))));
  }

  private void addNoMethod(
      List<Token> written, List<Token> tokens, @Nullable FunctionHeader header) {
    int first = written.size() - tokens.size();
    if (header != null) {
      String name = tokens.get(header.name()).text();
      addBroken(
          written,
          Diagnosis.at(first + header.name(), "`" + name + "` has no body: `{` and `}` expected"));
    } else if (TokenScan.isIdentifier(tokens, 0) && TokenScan.is(tokens, 1, "(")) {
      addBroken(
          written,
          Diagnosis.at(first, "`" + tokens.get(0).text() + "` has no return type: such as `void`"));
    } else {
      addBroken(
          written,
          Diagnosis.spanning(
              first,
              TokenScan.nextAtDepth0(written, first, Set.of("{", ";")) - 1,
              "a method has a return type, a name, and parameters, each with a type and a name"));
    }
  }

  private void readVariables(List<Token> tokens) {
    List<Declarator> declarators = Declarator.read(tokens);
    if (declarators.isEmpty()) {
      readStatement(tokens);
    }
    boolean fixed = role != Role.SCRIPT && ConstantVariables.isFinal(tokens);
    boolean leading = true;
    for (Declarator written : declarators) {
      Declarator declarator = fixed ? ConstantVariables.typed(written) : written;
      Name name = Name.value(declarator.name().text());
      StatementRun run = units.runThatDeclares(name);
      NameReader.PartAndWhole free = names.variable(declarator, run.scopeOfNext());
      if (free == null) {
        addUnparsable(declarator.tokens());
      } else {
        ValueDefinition.Constant constant = fixed ? constant(declarator) : null;
        run.addDeclarator(declarator, leading, free.part().uses(), free.whole(), constant);
      }
      leading = false;
    }
  }

  /** Returns the initialiser of a final variable that may be a constant, or null. */
  private ValueDefinition.@Nullable Constant constant(Declarator declarator) {
    if (!ConstantVariables.isCandidate(declarator)) {
      return null;
    }
    List<Token> value = declarator.initializer().subList(1, declarator.initializer().size());
    FreeNames free = names.expression(value, Scope.root());
    return free == null ? null : new ValueDefinition.Constant(CanonicalText.of(value), free.uses());
  }

  private void readExpression(List<Token> written, int prefix) {
    List<Token> tokens = withSemicolon(written);
    StatementRun run = units.run();
    FreeNames free = names.expression(tokens.subList(prefix, tokens.size() - 1), run.scopeOfNext());
    if (free == null) {
      addUnparsable(written);
    } else {
      run.addExpression(tokens, prefix, free);
    }
  }

  private void readStatement(List<Token> written) {
    boolean complete = written.get(written.size() - 1).is("}");
    if (!complete && Diagnosis.lacksStatement(written)) {
      addUnparsable(written);
      return;
    }
    List<Token> tokens = complete ? written : withSemicolon(written);
    StatementRun run = units.run();
    FreeNames free = names.statement(tokens, run.scopeOfNext());
    if (free == null) {
      addUnparsable(written);
    } else {
      boolean returns = role == Role.BODY && tokens.stream().anyMatch(token -> token.is("return"));
      run.addPlain(tokens, free, returns);
    }
  }

  private static List<Token> withoutModifiers(List<Token> tokens) {
    return tokens.subList(TokenScan.afterModifiers(tokens, 0), tokens.size());
  }

  private static List<Token> withSemicolon(List<Token> tokens) {
    Token last = tokens.get(tokens.size() - 1);
    if (last.is(";")) {
      return tokens;
    }
    List<Token> complete = new ArrayList<>(tokens);
    complete.add(CanonicalText.semicolonAfter(last));
    return complete;
  }

  private void addUnparsable(List<Token> tokens) {
    ForeignText foreign = ForeignText.likely(lines, tokens);
    if (foreign != null) {
      addForeign(foreign, tokens);
    } else {
      addBroken(tokens, Diagnosis.of(tokens));
    }
  }

  /** Adds text that is no Java, and goes on with the code after it, if any. */
  private void addForeign(ForeignText foreign, List<Token> tokens) {
    List<Token> text = tokens.subList(0, foreign.tokens());
    Problem problem = Diagnosis.spanning(0, text.size() - 1, foreign.message());
    units.addBroken(
        new BrokenUnit(CanonicalText.of(text), Set.of(), List.of(problem), plain(text)));
    if (foreign.whole()) {
      pending.clear();
    } else {
      readNext(tokens.subList(foreign.tokens(), tokens.size()));
    }
  }

  private void addBroken(List<Token> tokens, Problem problem) {
    units.addBroken(
        new BrokenUnit(
            CanonicalText.of(tokens), SeemingNames.of(tokens), List.of(problem), plain(tokens)));
  }

  private static JavaCode plain(List<Token> tokens) {
    return new JavaCode(List.copyOf(tokens), new JavaCode.Plain());
  }
}
