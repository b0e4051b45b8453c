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
import java.util.List;

/** Proposes types: those of the document, and those of the platform, with their imports. */
final class TypeProposals {
  private static final int OWN = 30;
  private static final int VISIBLE = 60;
  private static final int IMPORTED = 90;
  private static final int NOT_JAVA = 20;
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
      for (String primitive : List.of("int", "long", "double", "byte", "char", "boolean")) {
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
    String prefix = here.spot().prefix();
    if (prefix.isEmpty()) {
      addImported(here, found);
      return;
    }
    ImportEdits edits = ImportEdits.of(scene.document(), here.meanings(), here.spot());
    for (TypeIndex.Entry type : index.startingWith(prefix)) {
      if (context != Context.ANNOTATION || type.kind() == Member.Kind.ANNOTATION) {
        add(here, type, edits, found);
      }
    }
  }

  private void addImported(Surroundings here, Proposals found) {
    for (Name name : here.meanings().graph().names()) {
      if (name.namespace() == Namespace.TYPE) {
        for (Definition definition : here.lookup(name)) {
          if (definition.unit() instanceof ImportUnit unit && !unit.text().startsWith("static ")) {
            found.addName(name.text(), Kind.CLASS, unit.text(), VISIBLE, unit.text());
          }
        }
      }
    }
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
