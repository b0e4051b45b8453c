package dev.colight.java.assist;

import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Scene;
import dev.colight.graph.Definition;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import dev.colight.graph.TypeUnit;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.TypeIndex;
import dev.colight.text.TextEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes types: those of the document, and those of the platform, with their imports. */
final class TypeProposals {
  private static final int OWN = 30;
  private static final int VISIBLE = 60;
  private static final int IMPORTED = 90;
  private static final int NOT_JAVA = 20;
  private static final List<String> PRIMITIVES =
      List.of("int", "long", "double", "boolean", "char", "byte", "float", "short");
  private final TypeIndex index;

  TypeProposals(TypeIndex index) {
    this.index = index;
  }

  /** Adds the types that fit where nothing but a type can stand. */
  void add(Scene scene, Surroundings here, Context context, Proposals found) {
    addTypes(scene, here, context, found);
    if (context != Context.ANNOTATION) {
      addPackages(found);
    }
    if (context == Context.NEW) {
      for (String primitive : PRIMITIVES) {
        found.addWord(primitive, VISIBLE);
      }
    } else if (context == Context.ANNOTATION) {
      found.addWord("interface", VISIBLE);
    } else {
      found.addWord("final", VISIBLE);
    }
  }

  /** Adds the outermost packages. */
  void addPackages(Proposals found) {
    index.packagesBelow("").forEach(name -> found.addName(name, Kind.PACKAGE, name, 95, null));
  }

  /** Adds types whose names match. */
  void addTypes(Scene scene, Surroundings here, Context context, Proposals found) {
    for (Name name : here.meanings().graph().names()) {
      if (name.namespace() == Namespace.TYPE && found.matches(name.text())) {
        for (Definition definition : here.lookup(name)) {
          if (definition.unit() instanceof TypeUnit unit) {
            found.addType(name.text(), Pretty.kind(unit), "", OWN, null, "");
          }
        }
      }
    }
    for (OpenDeclarations.Type type : OpenDeclarations.after(here.spot().before()).types()) {
      if (!found.has(type.name())) {
        found.addType(type.name(), type.kind(), "", OWN, null, "");
      }
    }
    String prefix = here.spot().prefix();
    ImportEdits edits = ImportEdits.of(scene.document(), here.meanings(), here.spot());
    if (prefix.isEmpty()) {
      addImported(here, context, edits, found);
      return;
    }
    for (TypeIndex.Entry type : index.startingWith(prefix)) {
      if (fits(type, context)) {
        add(here, type, edits, found);
      }
    }
  }

  /** Adds what the imports give, ambiguous names as well: nobody reads a list of all there is. */
  private void addImported(Surroundings here, Context context, ImportEdits edits, Proposals found) {
    Set<String> named = new HashSet<>();
    for (Name name : here.meanings().graph().names()) {
      if (name.namespace() == Namespace.TYPE) {
        for (Definition definition : here.lookup(name)) {
          if (definition.unit() instanceof ImportUnit unit && !unit.text().startsWith("static ")) {
            found.addName(name.text(), Kind.CLASS, unit.text(), VISIBLE, unit.text());
            named.add(unit.text());
          }
        }
      }
    }
    Stream.concat(Stream.of("java.lang.*"), here.meanings().onDemandImports(here.place()).stream())
        .distinct()
        .flatMap(text -> index.importedBy(text).stream())
        .filter(type -> fits(type, context))
        .filter(type -> !named.contains(type.qualified()))
        .forEach(type -> add(here, type, edits, found));
  }

  private static boolean fits(TypeIndex.Entry type, Context context) {
    return context != Context.ANNOTATION || type.kind() == Member.Kind.ANNOTATION;
  }

  private static void add(
      Surroundings here, TypeIndex.Entry type, ImportEdits edits, Proposals found) {
    Surroundings.Reach reach = here.reach(type.name(), type.packageName());
    if (reach == Surroundings.Reach.HIDDEN) {
      return;
    }
    boolean visible = reach == Surroundings.Reach.VISIBLE;
    TextEdit edit = visible ? null : edits.adding(type.qualified());
    found.addType(
        type.name(),
        type.kind(),
        type.packageName(),
        visible ? VISIBLE : IMPORTED + remoteness(type.packageName()),
        edit,
        type.qualified());
  }

  /** Returns how unlikely it is that a type of a package is meant. */
  static int remoteness(String packageName) {
    if (packageName.equals("java.util") || packageName.equals("java.util.stream")) {
      return 0;
    } else if (packageName.startsWith("java.")) {
      boolean desktop = packageName.startsWith("java.awt") || packageName.startsWith("java.rmi");
      return desktop ? NOT_JAVA - 1 : 5;
    }
    return packageName.startsWith("javax.")
            || packageName.startsWith("jdk.")
            || packageName.startsWith("com.sun.")
            || packageName.startsWith("sun.")
            || packageName.startsWith("org.w3c.")
            || packageName.startsWith("org.xml.")
            || packageName.startsWith("org.ietf.")
        ? NOT_JAVA
        : 2;
  }
}
