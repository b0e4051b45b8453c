package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CompileUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import dev.colight.graph.Statement;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the source that a unit is compiled from. */
final class SourceGenerator {
  private static final Map<String, String> DEFAULT_VALUES =
      Map.of(
          "boolean", "false", "byte", "0", "short", "0", "char", "0", "int", "0", "long", "0",
          "float", "0", "double", "0");
  private final CompileUnit unit;
  private final List<Token> tokens;
  private final SourceWriter out;

  private SourceGenerator(CompileUnit unit, JavaCode code) {
    this.unit = unit;
    this.tokens = code.tokens();
    this.out = new SourceWriter(tokens);
  }

  /**
   * Writes a unit's source.
   *
   * @param available tells whether there is code behind a key, or will be after this compilation
   * @param shown statements, by number, that are tried as expressions whose value is shown
   */
  static UnitSource generate(CompileUnit unit, Predicate<CodeKey> available, Set<Integer> shown) {
    return new SourceGenerator(unit, Units.codeOf(unit)).source(available, shown);
  }

  private UnitSource source(Predicate<CodeKey> available, Set<Integer> shown) {
    Imports imports = Imports.of(unit, available);
    String className = Units.className(unit);
    out.glue("package " + GeneratedNames.PACKAGE + ";");
    imports.lines().forEach((line, names) -> writeImport(line, names.iterator().next().text()));
    TokenSpan all = Units.allTokens(unit);
    out.glueFor(all.first(), all.last());
    out.glue("public class " + className.substring(GeneratedNames.PACKAGE.length() + 1) + " {");
    JavaCode.Shape shape = Units.codeOf(unit).shape();
    if (unit instanceof CompileUnit.Type) {
      writeType((TypeShape) shape, available);
    } else if (unit instanceof CompileUnit.FunctionInterface) {
      writeInterface((FunctionShape) shape);
    } else if (unit instanceof CompileUnit.FunctionBody) {
      writeBody((FunctionShape) shape);
    } else if (unit instanceof CompileUnit.Storage storage) {
      writeStorage((StatementsShape) shape, storage.value());
    } else {
      writeStatements(
          (CompileUnit.Statements) unit,
          ((StatementsShape) shape).statements(),
          imports.missing().keySet(),
          shown);
    }
    out.glue("}");
    return new UnitSource(unit, className, out.text(), out.tokenMap(), out.lineMap(), imports);
  }

  /** A permitted type that does not compile costs itself, and not the sealed one. */
  private void writeType(TypeShape shape, Predicate<CodeKey> available) {
    out.glue("public static");
    out.tokens(0, shape.bodyFirst() - 1);
    String permitted =
        Units.definedIn(unit)
            .filter(binding -> binding.name().namespace() == Namespace.PERMITTED)
            .filter(binding -> available.test(binding.key()))
            .map(binding -> Units.className(binding) + "." + binding.name().text())
            .collect(Collectors.joining(", "));
    if (!permitted.isEmpty()) {
      out.glue("permits " + permitted);
    }
    out.tokens(shape.bodyFirst(), tokens.size() - 1);
  }

  /** A problem with an import is one of the first token that needs it. */
  private void writeImport(String line, String name) {
    int use = 0;
    while (use < tokens.size() - 1 && !tokens.get(use).is(name)) {
      use++;
    }
    out.glueFor(use, use);
    out.glue(line);
  }

  /** A native method needs no body; it gets one when the class file is finished. */
  private void writeInterface(FunctionShape shape) {
    out.glue("public static native");
    out.tokens(shape.headerFirst(), shape.headerLast());
    out.glue(";");
  }

  private void writeBody(FunctionShape shape) {
    out.glue("public static");
    for (int i = 0; i < shape.headerFirst(); i++) {
      if (tokens.get(i).is("synchronized") || tokens.get(i).is("strictfp")) {
        out.token(i);
      }
    }
    out.tokens(shape.headerFirst(), shape.name() - 1);
    out.tokenAs(shape.name(), GeneratedNames.bodyMethod(tokens.get(shape.name()).text()));
    out.tokens(shape.name() + 1, shape.bodyLast());
  }

  private void writeStorage(StatementsShape shape, ValueDefinition value) {
    DeclaratorShape declarator = (DeclaratorShape) shape.statements().get(value.statement());
    out.glueFor(declarator.typeFirst(), declarator.name());
    if (value.constant() != null) {
      out.glue("public static");
      out.tokens(declarator.typeFirst(), declarator.typeLast());
      out.tokenAs(declarator.name(), Markers.CONSTANT_PREFIX + value.name().text());
      out.glue("; public static final");
      out.tokens(declarator.typeFirst(), declarator.typeLast());
      out.token(declarator.name());
      out.glue("=");
      out.tokens(declarator.initializerFirst(), declarator.initializerLast());
      out.glue(";");
      return;
    }
    out.glue("public static");
    out.tokens(declarator.typeFirst(), declarator.typeLast());
    out.glue("[]".repeat(declarator.dimensions()));
    out.token(declarator.name());
    out.glue(";");
  }

  private void writeStatements(
      CompileUnit.Statements unit,
      List<StatementShape> shapes,
      Set<Name> missing,
      Set<Integer> shown) {
    for (StatementShape shape : shapes) {
      if (shape instanceof DeclaratorShape declarator && declarator.inferred()) {
        out.glue("public static java.lang.Object");
        out.token(declarator.name());
        out.glue(";");
      }
    }
    for (int i = 0; i < shapes.size(); i++) {
      Statement statement = unit.unit().statements().get(i);
      out.glueFor(statement.firstToken(), statement.lastToken());
      out.glue("public static void " + Markers.method(i) + "() throws java.lang.Throwable {");
      StatementShape shape = shapes.get(i);
      if (shape instanceof ExpressionShape expression) {
        writeShown(expression.first(), expression.last());
      } else if (shape instanceof PlainShape plain && shown.contains(i)) {
        writeShown(plain.first(), plain.last());
      } else if (shape instanceof PlainShape plain && plain.returns()) {
        // What is behind a statement that cannot complete would be an error, behind an if it is
        // not.
        out.glue(Markers.MAY_RETURN + "(); if (true) {");
        out.tokens(plain.first(), plain.last());
        out.glue("} " + Markers.GOES_ON + "();");
      } else if (shape instanceof PlainShape plain) {
        out.tokens(plain.first(), plain.last());
      } else if (shape instanceof DeclaratorShape declarator) {
        if (declarator.inferred()) {
          writeInferred(declarator);
        } else if (missing.contains(Name.value(tokens.get(declarator.name()).text()))) {
          // its storage does not compile: let ECJ say of its type what is wrong
          writeLocal(declarator, tokens.get(declarator.name()).text());
        } else {
          writeDeclared(declarator, unit.constants());
        }
      }
      out.glue("}");
    }
  }

  private void writeShown(int first, int last) {
    out.glue(Markers.SHOW + "(");
    out.tokens(first, last);
    out.glue(");");
  }

  private void writeDeclared(DeclaratorShape shape, Set<Name> constants) {
    if (shape.initializerFirst() < 0) {
      boolean simple = shape.typeFirst() == shape.typeLast() && shape.dimensions() == 0;
      String type = simple ? tokens.get(shape.typeFirst()).text() : "";
      out.token(shape.name());
      out.glue("= " + DEFAULT_VALUES.getOrDefault(type, "null") + ";");
      return;
    }
    out.glue(Markers.SHOW + "(");
    String name = tokens.get(shape.name()).text();
    boolean constant = constants.contains(Name.value(name));
    out.tokenAs(shape.name(), constant ? Markers.CONSTANT_PREFIX + name : name);
    out.glue("=");
    if (shape.arrayInitializer()) {
      out.glue("new");
      out.tokens(shape.typeFirst(), shape.typeLast());
      out.glue("[]".repeat(shape.dimensions()));
    }
    out.tokens(shape.initializerFirst(), shape.initializerLast());
    out.glue(");");
  }

  private void writeLocal(DeclaratorShape shape, String name) {
    out.tokens(shape.typeFirst(), shape.typeLast());
    out.tokenAs(shape.name(), name);
    out.glue("[]".repeat(shape.dimensions()));
    if (shape.initializerFirst() >= 0) {
      out.glue("=");
      out.tokens(shape.initializerFirst(), shape.initializerLast());
    }
    out.glue(";");
  }

  private void writeInferred(DeclaratorShape shape) {
    writeLocal(shape, Markers.LOCAL_PREFIX + tokens.get(shape.name()).text());
    out.glue(Markers.KEEP + "();");
  }
}
