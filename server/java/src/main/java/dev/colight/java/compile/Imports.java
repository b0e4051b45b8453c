package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The imports that give a unit's names their meanings.
 *
 * @param lines import declarations, with the names that each gives
 * @param missing names that cannot be imported, with the reason
 */
record Imports(Map<String, Set<Name>> lines, Map<Name, String> missing) {
  static Imports of(CompileUnit unit, Predicate<CodeKey> available) {
    Imports imports = new Imports(new LinkedHashMap<>(), new LinkedHashMap<>());
    Map<Name, Set<String>> imported = new LinkedHashMap<>();
    for (Binding binding : unit.bindings()) {
      if (binding instanceof Binding.Imported outside) {
        imported.computeIfAbsent(outside.name(), n -> new LinkedHashSet<>()).add(outside.text());
      }
    }
    imported.forEach(imports::addImported);
    Units.definedIn(unit)
        .filter(binding -> binding.name().namespace() != Namespace.PERMITTED)
        .forEach(binding -> imports.addDefined(binding, available));
    if (unit instanceof CompileUnit.Statements statements) {
      Units.definedIn(unit)
          .filter(binding -> statements.constants().contains(binding.name()))
          .filter(binding -> available.test(binding.key()))
          .forEach(imports::addSettable);
    }
    if (unit instanceof CompileUnit.FunctionBody body) {
      imports.addDefined(new Binding.Defined(body.unit().name(), body.interfaceKey()), available);
    }
    return imports;
  }

  private void addImported(Name name, Set<String> texts) {
    if (texts.size() > 1 && name.namespace() != Namespace.FUNCTION) {
      String candidates = String.join(" or ", texts).replace("static ", "");
      missing.put(name, "`" + name.text() + "` is ambiguous: " + candidates);
      return;
    }
    for (String text : texts) {
      addLine("import " + text + ";", name);
    }
  }

  private void addDefined(Binding.Defined binding, Predicate<CodeKey> available) {
    Name name = binding.name();
    if (available.test(binding.key())) {
      String modifier = name.namespace() == Namespace.TYPE ? "" : "static ";
      String line = "import " + modifier + Units.className(binding) + "." + name.text() + ";";
      addLine(line, name);
    } else {
      missing.put(name, "`" + name + "` does not compile");
    }
  }

  private void addSettable(Binding.Defined constant) {
    String field = Markers.CONSTANT_PREFIX + constant.name().text();
    addLine("import static " + Units.className(constant) + "." + field + ";", constant.name());
  }

  private void addLine(String line, Name name) {
    lines.computeIfAbsent(line, l -> new LinkedHashSet<>()).add(name);
  }
}
