package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.DeclaratorShape;
import dev.colight.java.analysis.JavaCode.ExpressionShape;
import dev.colight.java.analysis.JavaCode.FunctionShape;
import dev.colight.java.analysis.JavaCode.PlainShape;
import dev.colight.java.analysis.JavaCode.StatementShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.java.analysis.JavaCode.TypeShape;
import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document for tests of the compiler. Definitions and statements are collected; {@link #compile}
 * binds every identifier to the definition of that name, else to what the imports give, and
 * compiles all that is new in one call.
 */
final class TestDocument {
  private static final Set<String> DROPPED = Set.of("public", "private", "protected", "static");
  static final PlatformClasses CLASSES = new PlatformClasses(Platform.running(List.of()));
  static final PlatformImports IMPORTS = new PlatformImports(CLASSES);

  final EcjCompiler compiler;
  private final ImportSource imports;
  private final Map<Name, List<CodeKey>> environment = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final Map<CodeKey, Compiled> results = new LinkedHashMap<>();
  final Map<CodeKey, CodeKey> links = new HashMap<>();
  private int keys;

  interface ImportSource {
    List<String> resolve(Name name);
  }

  private interface Pending {
    CompileUnit bind();
  }

  TestDocument() {
    this(new EcjCompiler(CLASSES), name -> IMPORTS.resolve(name, IMPORTS.defaultImports()));
  }

  TestDocument(EcjCompiler compiler, ImportSource imports) {
    this.compiler = compiler;
    this.imports = imports;
  }

  /** Adds a type declaration; its name is the identifier after its kind. */
  CodeKey type(String code) {
    List<Token> tokens = new ArrayList<>(TestTokenizer.tokens(code));
    int kind = 0;
    while (!Set.of("class", "interface", "enum", "record").contains(tokens.get(kind).text())) {
      if (DROPPED.contains(tokens.get(kind).text())) {
        tokens.remove(kind);
      } else {
        kind++;
      }
    }
    Name name = Name.type(tokens.get(kind + 1).text());
    CodeKey key = newKey(code);
    define(name, key);
    int body = tokens.indexOf(tokens.stream().filter(t -> t.is("{")).findFirst().orElseThrow());
    JavaCode javaCode = new JavaCode(tokens, new TypeShape(body));
    pending.add(
        () -> {
          List<Binding> bindings = bindings(tokens, Set.of());
          TypeUnit unit =
              new TypeUnit(name, text(tokens), names(tokens), Set.of(), false, javaCode);
          return new CompileUnit.Type(key, unit, bindings);
        });
    return key;
  }

  /** Adds a method declaration; returns the key of its interface. */
  CodeKey function(String code) {
    List<Token> tokens = TestTokenizer.tokens(code);
    int body = tokens.indexOf(tokens.stream().filter(t -> t.is("{")).findFirst().orElseThrow());
    int open = 0;
    while (!tokens.get(open).is("(")) {
      open++;
    }
    int first = 0;
    while (DROPPED.contains(tokens.get(first).text()) || tokens.get(first).is("synchronized")) {
      first++;
    }
    Name name = Name.function(tokens.get(open - 1).text());
    CodeKey interfaceKey = newKey("interface " + code);
    CodeKey bodyKey = newKey("body " + code);
    define(name, interfaceKey);
    links.put(interfaceKey, bodyKey);
    FunctionShape shape = new FunctionShape(first, open - 1, body - 1, body, tokens.size() - 1);
    JavaCode javaCode = new JavaCode(tokens, shape);
    List<Token> header = tokens.subList(0, body);
    pending.add(
        () -> {
          List<Binding> bindings = bindings(header, Set.of());
          return new CompileUnit.FunctionInterface(
              interfaceKey, functionUnit(name, tokens, header, javaCode), bindings);
        });
    pending.add(
        () -> {
          List<Binding> bindings = bindings(tokens, Set.of());
          return new CompileUnit.FunctionBody(
              bodyKey, interfaceKey, functionUnit(name, tokens, header, javaCode), bindings);
        });
    return interfaceKey;
  }

  private FunctionUnit functionUnit(
      Name name, List<Token> tokens, List<Token> header, JavaCode code) {
    return new FunctionUnit(
        name, "", text(header), names(header), text(tokens), names(tokens), code);
  }

  /**
   * Adds statements that are compiled together. A statement that begins with {@code !} stands as it
   * is; {@code Type name = value} and {@code var name = value} declare; all else is an expression.
   */
  CodeKey statements(String... codes) {
    List<Token> tokens = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    List<StatementShape> shapes = new ArrayList<>();
    List<ValueDefinition> values = new ArrayList<>();
    for (String code : codes) {
      int first = tokens.size();
      tokens.addAll(TestTokenizer.tokens(code.startsWith("!") ? code.substring(1) : code));
      statements.add(new Statement(first, tokens.size() - 1));
      shapes.add(
          code.startsWith("!")
              ? new PlainShape(first, tokens.size() - 1, false)
              : declarator(tokens, first));
    }
    CodeKey key = newKey(String.join(";", codes));
    JavaCode javaCode = new JavaCode(tokens, new StatementsShape(shapes));
    Set<Name> inferred = new LinkedHashSet<>();
    Map<ValueDefinition, CodeKey> storages = new LinkedHashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i) instanceof DeclaratorShape shape) {
        Name name = Name.value(tokens.get(shape.name()).text());
        List<Token> type = tokens.subList(shape.typeFirst(), shape.typeLast() + 1);
        ValueDefinition value =
            new ValueDefinition(name, shape.inferred() ? null : text(type), names(type), i);
        values.add(value);
        if (shape.inferred()) {
          inferred.add(name);
        } else {
          CodeKey storage = newKey("storage " + text(type) + "[]".repeat(shape.dimensions()));
          define(name, storage);
          storages.put(value, storage);
        }
      }
    }
    storages.forEach(
        (value, storage) ->
            pending.add(
                () -> {
                  DeclaratorShape shape = (DeclaratorShape) shapes.get(value.statement());
                  List<Token> type = tokens.subList(shape.typeFirst(), shape.typeLast() + 1);
                  StatementUnit unit = unit(tokens, statements, values, javaCode);
                  return new CompileUnit.Storage(storage, unit, value, bindings(type, Set.of()));
                }));
    pending.add(
        () ->
            new CompileUnit.Statements(
                key,
                unit(tokens, statements, values, javaCode),
                Set.of(),
                bindings(tokens, inferred)));
    return key;
  }

  private StatementUnit unit(
      List<Token> tokens, List<Statement> statements, List<ValueDefinition> values, JavaCode code) {
    Set<Name> uses = names(tokens);
    values.forEach(value -> uses.remove(value.name()));
    return new StatementUnit(text(tokens), statements, values, uses, Set.of(), code);
  }

  private static StatementShape declarator(List<Token> tokens, int first) {
    int last = tokens.size() - 1;
    int end = first;
    while (end <= last && !tokens.get(end).is("=")) {
      end++;
    }
    int dimensions = 0;
    int name = end - 1;
    while (name > first && tokens.get(name).is("]")) {
      name -= 2;
      dimensions++;
    }
    boolean declares =
        name > first
            && tokens.get(name).kind() == Token.Kind.IDENTIFIER
            && isType(tokens.subList(first, name));
    if (!declares) {
      return new ExpressionShape(first, last);
    }
    boolean initialised = end <= last;
    return new DeclaratorShape(
        name,
        first,
        name - 1,
        dimensions,
        tokens.get(first).is("var"),
        initialised ? end + 1 : -1,
        initialised ? last : -1,
        initialised && tokens.get(end + 1).is("{"));
  }

  private static boolean isType(List<Token> tokens) {
    Set<String> punctuation = Set.of("<", ">", ">>", ",", ".", "[", "]", "?", "&");
    Set<String> primitives =
        Set.of("int", "long", "boolean", "byte", "short", "char", "float", "double", "extends");
    return !tokens.get(tokens.size() - 1).is(".")
        && tokens.stream()
            .allMatch(
                t ->
                    t.kind() == Token.Kind.IDENTIFIER
                        || punctuation.contains(t.text())
                        || primitives.contains(t.text()));
  }

  /** Compiles everything that is new, in one call. */
  List<Compiled> compile() {
    List<CompileUnit> units = pending.stream().map(Pending::bind).toList();
    pending.clear();
    List<Compiled> compiled = compiler.compile(units);
    for (Compiled result : compiled) {
      results.put(result.key(), result);
      result.inferred().forEach(this::define);
    }
    return compiled;
  }

  /** Compiles what is new and returns the result of one unit. */
  Compiled result(CodeKey key) {
    compile();
    Compiled result = results.get(key);
    if (result == null) {
      throw new IllegalArgumentException("not compiled: " + key);
    }
    return result;
  }

  /** Returns the units that are new, bound, without compiling them. */
  List<CompileUnit> takePending() {
    List<CompileUnit> units = pending.stream().map(Pending::bind).toList();
    pending.clear();
    return units;
  }

  /** Returns the body that a function's interface is linked to. */
  CodeKey body(CodeKey interfaceKey) {
    return Objects.requireNonNull(links.get(interfaceKey));
  }

  /** Returns the class file of a binary name, among all that was compiled here. */
  byte @Nullable [] classFile(String name) {
    return results.values().stream()
        .flatMap(
            result -> Stream.concat(Stream.of(result.key()), result.inferred().values().stream()))
        .flatMap(key -> compiler.classes(key).stream())
        .filter(generated -> generated.name().equals(name))
        .map(GeneratedClass::bytes)
        .findFirst()
        .orElse(null);
  }

  private void define(Name name, CodeKey key) {
    if (name.namespace() == Namespace.FUNCTION) {
      environment.computeIfAbsent(name, n -> new ArrayList<>()).add(key);
    } else {
      environment.put(name, new ArrayList<>(List.of(key)));
    }
  }

  private List<Binding> bindings(List<Token> tokens, Set<Name> declared) {
    List<Binding> bindings = new ArrayList<>();
    for (Name name : names(tokens)) {
      if (declared.contains(name)) {
        continue;
      }
      List<CodeKey> defined = environment.get(name);
      if (defined != null) {
        defined.forEach(key -> bindings.add(new Binding.Defined(name, key)));
      } else {
        imports.resolve(name).forEach(text -> bindings.add(new Binding.Imported(name, text)));
      }
    }
    return bindings;
  }

  /** Returns every identifier that is not qualified, in the namespaces that it may be of. */
  private static Set<Name> names(List<Token> tokens) {
    Set<Name> names = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean qualified = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("::"));
      if (token.kind() == Token.Kind.IDENTIFIER && !qualified) {
        if (i + 1 < tokens.size() && tokens.get(i + 1).is("(")) {
          names.add(Name.function(token.text()));
        } else {
          names.add(Name.value(token.text()));
        }
        names.add(Name.type(token.text()));
      }
    }
    return names;
  }

  private CodeKey newKey(String text) {
    return new CodeKey(Digest.builder().add(keys++).add(text).build());
  }

  private static String text(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining("\n"));
  }
}
