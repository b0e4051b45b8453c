package dev.colight.java;

import dev.colight.execution.Following;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.java.directives.Inclusions;
import dev.colight.java.sources.Codebases;
import dev.colight.java.sources.Mention;
import dev.colight.java.sources.OwnPackage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document names of sources, while it is edited. The event thread says what that is, the
 * thread of the sources reads it.
 */
final class UsedSources implements Following {
  private final Predicate<String> isUnknown;
  private final List<Directive> taking;
  private final Set<Directive> named = ConcurrentHashMap.newKeySet();
  private final Set<String> declared = ConcurrentHashMap.newKeySet();
  private final OwnPackage home;
  private final boolean beside;
  private final Toolchain meanwhile;
  private Codebases.@Nullable Follower follower;

  /**
   * Starts with a document.
   *
   * @param mentioned what it mentions, in order
   * @param isUnknown tells of a name in full whether the JDK does not have it
   */
  UsedSources(List<Directive> mentioned, Predicate<String> isUnknown, Toolchain meanwhile) {
    this.isUnknown = isUnknown;
    this.meanwhile = meanwhile;
    this.taking = mentioned.stream().filter(UsedSources::takesIn).toList();
    OwnPackage own = OwnPackage.of(mentioned);
    this.declared.addAll(own.declared());
    this.home = new OwnPackage(own.name(), declared);
    this.beside = home.isUnnamed() && mentioned.stream().anyMatch(OwnPackage::isAbout);
    mentioned.stream()
        .filter(directive -> !takesIn(directive))
        .forEach(directive -> named.add(directive.withoutPlaces()));
  }

  static boolean takesIn(Directive directive) {
    return Inclusions.anySources(List.of(directive));
  }

  /** Returns the package that the document is of. */
  OwnPackage home() {
    return home;
  }

  /** Returns what it uses, as it is now whenever it is asked for. */
  Codebases.Use use() {
    return new Codebases.Use(home, this::mentions, beside, taking);
  }

  /** Tells whether no source can be concerned. */
  boolean isEmpty() {
    return taking.isEmpty() && mentions().isEmpty();
  }

  private Set<Mention> mentions() {
    return named.stream()
        .map(this::mention)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns what a directive mentions that may be in a source, or null. */
  private @Nullable Mention mention(Directive directive) {
    if (!OwnPackage.isAbout(directive)) {
      return isUnknown.test(directive.value()) ? Mention.of(directive) : null;
    }
    if (!home.mayHave(directive)) {
      return null;
    }
    // What all know may still be in a file of its name; nobody looks further for it.
    boolean known = !isUnknown.test("java.lang." + directive.value());
    return new Mention(home.name() + "." + directive.value(), false, home.isUnnamed() || known);
  }

  /** Returns what is wrong with what an update tells of, by what leads to it. */
  Map<Directive, String> warnings(Codebases.Update update) {
    Map<Directive, String> warnings = new HashMap<>();
    for (int i = 0; i < taking.size(); i++) {
      String note = update.inScripts().get(i);
      if (note != null) {
        warnings.put(taking.get(i).withoutPlaces(), note);
      }
    }
    if (!update.notes().isEmpty()) {
      for (Directive directive : named) {
        String note = update.notes().get(mention(directive));
        if (note != null) {
          warnings.put(directive, note);
        }
      }
    }
    return warnings;
  }

  /** Goes on with who hears of the sources. */
  void followedBy(Codebases.Follower newFollower) {
    follower = newFollower;
  }

  @Override
  public Toolchain meanwhile() {
    return meanwhile;
  }

  @Override
  public boolean goesOn(Set<Directive> added, Set<Directive> gone) {
    Codebases.Follower present = follower;
    if (present == null
        || Stream.of(added, gone)
            .flatMap(Collection::stream)
            .anyMatch(directive -> concerns(directive, present))) {
      return false;
    }
    named.addAll(added);
    named.removeAll(gone);
    gone.stream().filter(OwnPackage::declares).map(Directive::value).forEach(declared::remove);
    added.stream().filter(OwnPackage::declares).map(Directive::value).forEach(declared::add);
    present.namesChanged();
    return true;
  }

  /** Tells whether it makes a difference, as far as is known, that a document mentions it. */
  private boolean concerns(Directive directive, Codebases.Follower present) {
    if (takesIn(directive) || OwnPackage.names(directive)) {
      return true;
    }
    if (OwnPackage.isAbout(directive)) {
      return (home.isUnnamed() && !beside) || present.mayLead(directive.value());
    }
    return isUnknown.test(directive.value());
  }

  @Override
  public void close() {
    if (follower != null) {
      follower.close();
    }
  }
}
