package dev.colight.java.assist;

import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Scene;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Proposes what can be named by itself: locals, names of the document, types, and words. */
final class NameProposals {
  private static final int LOCAL = 0;
  private static final int OWN = 10;
  private static final int FUNCTION = 20;
  private static final int WORD = 50;
  private static final int STATIC = 60;
  private final Prober prober;
  private final CodeProbe probe;
  private final PlatformImports imports;
  private final TypeProposals types;

  NameProposals(Prober prober, CodeProbe probe, PlatformImports imports, TypeProposals types) {
    this.prober = prober;
    this.probe = probe;
    this.imports = imports;
    this.types = types;
  }

  void add(Scene scene, Surroundings here, Proposals found) {
    Point point = prober.scope(here.meanings(), here.spot());
    Set<String> inner = new HashSet<>();
    if (point != null) {
      for (Member member : point.members()) {
        found.add(member, LOCAL);
        if (member.kind() != Member.Kind.METHOD) {
          inner.add(member.name());
        }
      }
    }
    String expected = point == null ? "" : point.expected();
    for (Name name : here.meanings().graph().names()) {
      if (found.matches(name.text()) && !inner.contains(name.text())) {
        addDefined(here, name, expected, found);
      }
    }
    for (OpenDeclarations.Method method : OpenDeclarations.after(here.spot().before()).methods()) {
      if (!found.has(method.name())) {
        found.addMethod(
            method.name(), Kind.METHOD, method.parameters(), method.type(), FUNCTION, false, null);
      }
    }
    addStatics(here, found);
    types.addTypes(scene, here, Context.EXPRESSION, found);
    Words.forExpressions(here.spot()).forEach(word -> found.addWord(word, WORD));
    types.addPackages(found);
  }

  private void addDefined(Surroundings here, Name name, String expected, Proposals found) {
    if (name.namespace() == Namespace.TYPE) {
      return;
    }
    for (Definition definition : here.lookup(name)) {
      if (definition.unit() instanceof FunctionUnit unit) {
        String type = Pretty.returnType(unit);
        int fits = !expected.isEmpty() && type.equals(expected) ? -40 : 0;
        found.addMethod(
            name.text(), Kind.METHOD, Pretty.parameters(unit), type, FUNCTION + fits, false, null);
      } else if (name.namespace() == Namespace.VALUE
          && !(definition.unit() instanceof ImportUnit)) {
        String type = type(here, definition);
        int fits = !expected.isEmpty() && type.equals(expected) ? -40 : 0;
        found.addName(name.text(), Kind.VARIABLE, type, OWN + fits, null);
      }
    }
  }

  /** Returns the type of a variable of the document, or nothing where it is not known. */
  private String type(Surroundings here, Definition definition) {
    ValueDefinition value = definition.value();
    if (value == null) {
      return "";
    } else if (value.typeText() != null) {
      return Pretty.type(value.typeText());
    }
    return probe.typeOf(here.meanings().storage(definition), value.name().text());
  }

  /** Adds what static imports give. */
  private void addStatics(Surroundings here, Proposals found) {
    for (Member member : importedStatics(here, found::matches)) {
      found.add(member, STATIC);
    }
  }

  /** Returns what static imports give of a name. */
  List<Member> staticsNamed(Surroundings here, String name) {
    return importedStatics(here, name::equals).stream()
        .filter(member -> member.name().equals(name))
        .toList();
  }

  private List<Member> importedStatics(Surroundings here, Predicate<String> wanted) {
    List<Member> all = new ArrayList<>();
    for (String text : here.meanings().onDemandImports(here.place())) {
      if (text.startsWith("static ") && text.endsWith(".*")) {
        String owner = text.substring("static ".length(), text.length() - 2).trim();
        statics(here, owner).stream().filter(m -> !m.name().equals("class")).forEach(all::add);
      }
    }
    for (Name name : here.meanings().graph().names()) {
      if (name.namespace() == Namespace.TYPE && wanted.test(name.text())) {
        for (Definition definition : here.lookup(name)) {
          if (definition.unit() instanceof ImportUnit unit && unit.text().startsWith("static ")) {
            String path = unit.text().substring("static ".length()).trim();
            String owner = path.substring(0, Math.max(0, path.lastIndexOf('.')));
            statics(here, owner).stream()
                .filter(member -> member.name().equals(name.text()))
                .forEach(all::add);
          }
        }
      }
    }
    return all;
  }

  private List<Member> statics(Surroundings here, String owner) {
    if (imports.className(owner) == null) {
      return List.of();
    }
    Spot spot = here.spot();
    Point point = prober.ofType(here.meanings(), spot, spot.before().size(), owner);
    return point == null ? List.of() : point.members();
  }
}
