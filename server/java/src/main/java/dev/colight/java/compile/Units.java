package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Part;
import dev.colight.graph.Code;
import dev.colight.graph.Name;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.analysis.JavaCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what the compiler asks of units of every kind. */
final class Units {
  private Units() {}

  /** Returns the binary name of the class that a unit compiles to. */
  static String className(CompileUnit unit) {
    Part part = Part.STATEMENTS;
    if (unit instanceof CompileUnit.Type) {
      part = Part.TYPE;
    } else if (unit instanceof CompileUnit.FunctionInterface) {
      part = Part.FUNCTION_INTERFACE;
    } else if (unit instanceof CompileUnit.FunctionBody) {
      part = Part.FUNCTION_BODY;
    } else if (unit instanceof CompileUnit.Storage) {
      part = Part.STORAGE;
    }
    return GeneratedNames.className(part, unit.key());
  }

  /** Returns the binary name of the class that a definition of the document compiles to. */
  static String className(Binding.Defined binding) {
    return GeneratedNames.className(
        switch (binding.name().namespace()) {
          case TYPE, PERMITTED -> Part.TYPE;
          case FUNCTION -> Part.FUNCTION_INTERFACE;
          case VALUE -> Part.STORAGE;
        },
        binding.key());
  }

  /** Returns the tokens of a unit. */
  static JavaCode codeOf(CompileUnit unit) {
    Code code;
    if (unit instanceof CompileUnit.Type type) {
      code = type.unit().code();
    } else if (unit instanceof CompileUnit.FunctionInterface function) {
      code = function.unit().code();
    } else if (unit instanceof CompileUnit.FunctionBody function) {
      code = function.unit().code();
    } else if (unit instanceof CompileUnit.Storage storage) {
      code = storage.unit().code();
    } else {
      code = ((CompileUnit.Statements) unit).unit().code();
    }
    return (JavaCode) code;
  }

  static TokenSpan allTokens(CompileUnit unit) {
    return new TokenSpan(0, Math.max(0, codeOf(unit).tokenCount() - 1));
  }

  /** Returns the free names of a unit. */
  static Set<Name> usesOf(CompileUnit unit) {
    if (unit instanceof CompileUnit.Type type) {
      return type.unit().uses();
    } else if (unit instanceof CompileUnit.FunctionInterface function) {
      return function.unit().interfaceUses();
    } else if (unit instanceof CompileUnit.FunctionBody function) {
      return function.unit().uses();
    } else if (unit instanceof CompileUnit.Storage storage) {
      return storage.value().storageUses();
    }
    return ((CompileUnit.Statements) unit).unit().uses();
  }

  /** Returns the name of the member that others refer to; empty for a unit that has none. */
  static String memberOf(CompileUnit unit) {
    if (unit instanceof CompileUnit.FunctionInterface function) {
      return function.unit().name().text();
    } else if (unit instanceof CompileUnit.FunctionBody function) {
      return function.unit().name().text();
    } else if (unit instanceof CompileUnit.Storage storage) {
      return storage.value().name().text();
    }
    return "";
  }

  /** Returns the variables that a unit declares. */
  static Set<Name> declaredBy(CompileUnit unit) {
    return unit instanceof CompileUnit.Statements statements
        ? statements.unit().values().stream()
            .map(ValueDefinition::name)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Returns the names of a unit that are bound to definitions of the document, but itself. */
  static Stream<Binding.Defined> definedIn(CompileUnit unit) {
    return unit.bindings().stream()
        .filter(Binding.Defined.class::isInstance)
        .map(Binding.Defined.class::cast)
        .filter(binding -> !binding.key().equals(unit.key()));
  }

  /** Returns the keys of everything that a unit is compiled against. */
  static Set<CodeKey> dependencies(CompileUnit unit) {
    Stream<CodeKey> bound = definedIn(unit).map(Binding.Defined::key);
    return (unit instanceof CompileUnit.FunctionBody body
            ? Stream.concat(bound, Stream.of(body.interfaceKey()))
            : bound)
        .collect(Collectors.toSet());
  }

  /** Returns the text that a unit is made from. */
  static String text(CompileUnit unit) {
    if (unit instanceof CompileUnit.Type type) {
      return type.unit().text();
    } else if (unit instanceof CompileUnit.FunctionInterface function) {
      return function.unit().text();
    } else if (unit instanceof CompileUnit.FunctionBody body) {
      return body.unit().text();
    } else if (unit instanceof CompileUnit.Storage storage) {
      return storage.unit().text();
    }
    return ((CompileUnit.Statements) unit).unit().text();
  }
}
