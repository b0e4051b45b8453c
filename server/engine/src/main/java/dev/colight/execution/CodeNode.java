package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.document.Stage;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition with its names bound as at a place. Two places at which all names mean the
 * same share one node (see {@link Resolver#settle}).
 */
final class CodeNode {
  final Part part;
  final Definition definition;
  final Place at;

  /** Whether it is the storage of a variable that others are compiled with the value of. */
  final boolean constant;

  /** What each name means; filled in when first asked for. */
  @Nullable Map<Name, List<Target>> targets;

  /** Set once the strongly connected component of this node is known. */
  @Nullable CodeKey key;

  /** Set with the key, where the code stands on files that are followed. */
  @Nullable Footing footing;

  /** For Tarjan's algorithm. */
  int index = -1;

  int lowLink;
  boolean onStack;

  CodeNode(Part part, Definition definition, Place at, boolean constant) {
    this.part = part;
    this.definition = definition;
    this.at = at;
    this.constant = constant;
  }

  /** What a name means to the code of a node. */
  sealed interface Target {}

  record ToImport(String text) implements Target {}

  record ToNode(CodeNode node) implements Target {}

  /** A storage of inferred type. */
  record ToStorage(Definition definition, CodeKey key) implements Target {}

  /** A storage whose type is to be inferred yet. */
  record ToPending(Definition definition) implements Target {}

  /** Something that does not parse or compile. */
  record ToBroken(Definition definition) implements Target {}

  /** Returns the names that this node is compiled with. */
  Set<Name> names() {
    return constant ? value().storageUses() : names(part, definition);
  }

  /** Returns the variable that a storage is of, as it is compiled. */
  ValueDefinition value() {
    ValueDefinition value = Objects.requireNonNull(definition.value());
    return constant ? value : value.withoutConstant();
  }

  /** Returns the names that a part is compiled with, where it is no constant. */
  static Set<Name> names(Part part, Definition definition) {
    return switch (part) {
      case TYPE -> ((TypeUnit) definition.unit()).uses();
      case FUNCTION_INTERFACE -> ((FunctionUnit) definition.unit()).interfaceUses();
      case FUNCTION_BODY -> ((FunctionUnit) definition.unit()).uses();
      case STORAGE -> Objects.requireNonNull(definition.value()).typeUses();
      case STATEMENTS -> ((StatementUnit) definition.unit()).uses();
    };
  }

  /** Returns a digest of everything in this part but the meanings of its names. */
  Digest label() {
    Digest.Builder digest = Digest.builder().add(part.name());
    if (Stage.of(definition.place().order()) == Stage.BODY) {
      // A local variable is another one than the member that it hides.
      digest.add(Stage.BODY.name());
    }
    switch (part) {
      case TYPE, STATEMENTS -> digest.add(definition.unit().text());
      case FUNCTION_INTERFACE -> digest.add(((FunctionUnit) definition.unit()).interfaceText());
      case FUNCTION_BODY -> digest.add(definition.unit().text());
      case STORAGE -> digest.add(value().name().text()).add(value().meaning());
    }
    return digest.build();
  }

  List<Binding> bindings() {
    List<Binding> result = new ArrayList<>();
    Objects.requireNonNull(targets)
        .forEach(
            (name, list) -> {
              for (Target target : list) {
                if (target instanceof ToImport t) {
                  result.add(new Binding.Imported(name, t.text()));
                } else if (target instanceof ToNode t) {
                  result.add(new Binding.Defined(name, Objects.requireNonNull(t.node().key)));
                } else if (target instanceof ToStorage t) {
                  result.add(new Binding.Defined(name, t.key()));
                }
              }
            });
    return result;
  }
}
