package dev.colight.java.assist;

import dev.colight.execution.Assistant.Completions;
import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Assistant.Proposal;
import dev.colight.execution.Scene;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.Point;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.split.Token;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes what may be written at a place. */
final class Completer {
  /** More than anybody reads; further letters bring up others. */
  private static final int MOST = 2_000;

  /** Before everything else that may follow {@code case}. */
  private static final int CONSTANT = -50;

  private static final Set<Member.Kind> TYPES =
      EnumSet.of(Member.Kind.CLASS, Member.Kind.INTERFACE, Member.Kind.ENUM, Member.Kind.RECORD);

  private final Prober prober;
  private final TypeProposals types;
  private final NameProposals names;
  private final TypeIndex index;

  Completer(Prober prober, NameProposals names, TypeProposals types, TypeIndex index) {
    this.prober = prober;
    this.names = names;
    this.types = types;
    this.index = index;
  }

  @Nullable Completions complete(Scene scene, Position position) {
    Spot spot = Spot.of(scene.document(), position);
    if (spot == null) {
      return null;
    }
    if (spot.enclosing() != null) {
      return Directives.complete(spot);
    }
    Context context = Context.of(spot);
    if (context == Context.NOTHING
        || (!spot.word().isEmpty() && !Character.isJavaIdentifierStart(spot.word().charAt(0)))) {
      return null;
    }
    Surroundings here = Surroundings.of(scene.meanings(), spot);
    Proposals found =
        new Proposals(spot.prefix(), spot.isCalled() || context == Context.METHOD_REFERENCE);
    switch (context) {
      case MEMBER -> addMembers(here, found);
      case METHOD_REFERENCE -> addReferences(here, found);
      case IMPORT -> ImportPaths.add(spot, index, prober, here, found);
      case NEW, TYPE, ANNOTATION -> types.add(scene, here, context, found);
      case INNER -> addInner(here, found);
      case CASE -> {
        addConstants(here, found);
        names.add(scene, here, found);
      }
      case DECLARATION -> {
        types.addTypes(scene, here, context, found);
        types.addPackages(found);
        Words.forDeclarations().forEach(word -> found.addWord(word, 0));
      }
      case AFTER_NAME -> Words.afterName().forEach(word -> found.addWord(word, 0));
      default -> names.add(scene, here, found);
    }
    return sorted(spot, found);
  }

  private static Completions sorted(Spot spot, Proposals found) {
    List<Proposal> all = new ArrayList<>(found.all());
    all.sort(Comparator.comparingInt(Proposal::rank).thenComparing(Proposal::label));
    boolean cut = all.size() > MOST;
    boolean more = cut || (spot.prefix().isEmpty() && Context.of(spot) != Context.MEMBER);
    return new Completions(spot.prefixRange(), List.copyOf(cut ? all.subList(0, MOST) : all), more);
  }

  private void addMembers(Surroundings here, Proposals found) {
    Spot spot = here.spot();
    Receiver receiver = Receiver.endingAt(spot.before(), spot.before().size() - 2);
    if (receiver == null) {
      return;
    }
    Receiver made = receiver.made();
    if (made != null) {
      addTypesIn(made, here, found);
      return;
    }
    Point point = prober.members(here.meanings(), spot, receiver);
    if (point != null) {
      point.members().forEach(member -> found.add(member, 0));
      if (point.ofType() && !receiver.dotted().contains(".")) {
        found.addName("this", Kind.KEYWORD, "", 60, null);
      }
    }
    if (receiver.isDotted() && (point == null || point.ofType())) {
      addPackage(receiver.dotted(), found);
    }
  }

  /** Adds what there is in a package or a type to make an object of. */
  private void addTypesIn(Receiver made, Surroundings here, Proposals found) {
    Point point = prober.ofType(here.meanings(), here.spot(), made.first(), made.dotted());
    if (point != null) {
      point.members().stream()
          .filter(member -> TYPES.contains(member.kind()))
          .forEach(member -> found.add(member, 0));
    }
    addPackage(made.dotted(), found);
  }

  /** Adds the inner classes of the value that an object is to be made in. */
  private void addInner(Surroundings here, Proposals found) {
    Spot spot = here.spot();
    Receiver outer = Receiver.endingAt(spot.before(), spot.before().size() - 3);
    if (outer != null) {
      Point type = prober.typeOf(here.meanings(), spot, outer.first(), outer.code());
      if (type != null) {
        type.members().stream()
            .filter(member -> member.kind() == Member.Kind.CLASS && !member.isStatic())
            .forEach(member -> found.add(member, 0));
      }
    }
  }

  /** Adds the constants of the enum that is switched over. */
  private void addConstants(Surroundings here, Proposals found) {
    Spot spot = here.spot();
    List<Token> before = spot.before();
    Integer brace =
        Brackets.open(before).stream().filter(i -> before.get(i).is("{")).findFirst().orElse(0);
    int closing = brace - 1;
    int opening = closing < 0 ? -1 : Brackets.opening(before, closing);
    if (opening < 1 || !before.get(opening - 1).is("switch")) {
      return;
    }
    Receiver selector = new Receiver(opening + 1, before.subList(opening + 1, closing));
    Point type = prober.typeOf(here.meanings(), spot, selector.first(), selector.code());
    if (type != null) {
      type.members().stream()
          .filter(member -> member.kind() == Member.Kind.CONSTANT)
          .filter(member -> member.type().equals(type.receiver()))
          .forEach(member -> found.add(member, CONSTANT));
    }
  }

  private void addPackage(String name, Proposals found) {
    index
        .packagesBelow(name)
        .forEach(part -> found.addName(part, Kind.PACKAGE, name + "." + part, 10, null));
    for (TypeIndex.Entry type : index.typesIn(name)) {
      found.addType(type.name(), type.kind(), name, 0, null, type.qualified());
    }
  }

  private void addReferences(Surroundings here, Proposals found) {
    Spot spot = here.spot();
    Receiver receiver = Receiver.endingAt(spot.before(), spot.before().size() - 2);
    Point point = receiver == null ? null : prober.members(here.meanings(), spot, receiver);
    if (receiver == null || point == null) {
      return;
    }
    List<Member> all = new ArrayList<>(point.members());
    if (point.ofType()) {
      all.addAll(prober.instanceMembers(here.meanings(), spot, receiver));
      found.addName("new", Kind.KEYWORD, "", 5, null);
    }
    all.stream()
        .filter(member -> member.kind() == Member.Kind.METHOD)
        .forEach(member -> found.addReference(member, 0));
  }
}
