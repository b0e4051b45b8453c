package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames.Asked;
import dev.colight.execution.WorkspaceNames.Named;
import dev.colight.execution.WorkspaceNames.Open;
import dev.colight.java.compile.NameUse;
import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name is asked about that a source declares. To know that, no other files are looked into
 * than the one with the name, and those that declare what it means.
 *
 * @param word the name
 * @param at where it stands
 * @param targets what it means, of that what is declared under the word
 * @param sources of all documents to which that is the same
 * @param seen by document, the sources that it sees
 */
record SharedQuestion(
    Asked asked,
    String word,
    Range at,
    Set<String> targets,
    JointSources sources,
    Map<Path, SourceSet> seen) {

  /** Returns the question about a place; null where there is no name of a source. */
  static @Nullable SharedQuestion of(Asked asked, Map<Path, SourceSet> seen) {
    Path file = SharedNames.file(asked.place().uri());
    Open document = document(asked);
    SourceSet sources = file == null || document == null ? null : seen.get(file);
    if (file != null && document == null) {
      for (SourceSet one : seen.values()) {
        sources = sources == null && one.source(file) != null ? one : sources;
      }
    }
    SourceText source = sources == null || file == null ? null : sources.source(file);
    String text =
        document != null
            ? document.scene().document().text().toString()
            : source == null ? null : source.text();
    Named word = text == null ? null : word(text, asked.place().position());
    if (sources == null || word == null) {
      return null;
    }
    Finder finder = new Finder(asked, word.name(), word.range(), sources);
    Set<String> targets =
        document != null
            ? finder.inDocument(document)
            : source == null ? Set.of() : finder.inSource(source);
    targets = finder.declared(targets);
    return targets.isEmpty()
        ? null
        : new SharedQuestion(
            asked,
            word.name(),
            word.range(),
            targets,
            new JointSources(alike(targets, sources, seen)),
            seen);
  }

  private static @Nullable Named word(String whole, Position at) {
    Text text = Text.of(whole);
    if (at.line() < 0
        || at.line() >= text.lineCount()
        || at.column() > text.line(at.line()).length()) {
      return null;
    }
    WordAt word = WordAt.of(text.line(at.line()), at.column());
    return word.text().isEmpty()
        ? null
        : new Named(word.text(), Range.of(at.line(), word.start(), at.line(), word.end()));
  }

  /** Returns the document that is asked about, or null where it is another file. */
  private static @Nullable Open document(Asked asked) {
    return asked.documents().stream()
        .filter(one -> one.uri().equals(asked.place().uri()))
        .filter(one -> one.assistant() instanceof JavaAssistant)
        .findFirst()
        .orElse(null);
  }

  /** Returns some sources, and others that have what is meant from the same files. */
  private static List<SourceSet> alike(
      Set<String> targets, SourceSet sources, Map<Path, SourceSet> seen) {
    List<SourceSet> sets = new ArrayList<>(List.of(sources));
    for (SourceSet other : seen.values()) {
      boolean same =
          targets.stream()
              .allMatch(
                  target -> {
                    Path file = JointSources.declaring(sources, target);
                    return file != null && file.equals(JointSources.declaring(other, target));
                  });
      if (same && other != sources) {
        sets.add(other);
      }
    }
    return sets;
  }

  /** Finds out what the name means. */
  private record Finder(Asked asked, String word, Range at, SourceSet sources) {
    /** Returns what the name means, or overrides, in a document. */
    Set<String> inDocument(Open document) {
      JavaAssistant java = (JavaAssistant) document.assistant();
      Located found = java.names().at(document.scene(), at.start());
      Set<String> targets = new HashSet<>();
      if (found != null && found.range().equals(at)) {
        targets.addAll(found.use().overridden());
        if (found.use().scope() == NameUse.Scope.OUTSIDE) {
          targets.add(found.use().target());
        }
        targets.removeIf(target -> java.fileOf(SharedSearch.owner(target)) == null);
      }
      return targets.isEmpty() ? inImports(document, java) : targets;
    }

    private Set<String> inImports(Open document, JavaAssistant java) {
      Set<String> targets = new HashSet<>();
      DocumentImports.of(document.uri(), document.scene(), word).stream()
          .filter(one -> one.tokens().contains(at))
          .filter(one -> one.leadsTo(type -> java.fileOf(type) != null))
          .forEach(
              one -> {
                SourceNames.InFile names = names(List.of(one.source())).get(one.source());
                if (names != null) {
                  names.names().stream()
                      .filter(name -> one.at(name.start()).equals(at))
                      .forEach(name -> targets.add(name.target()));
                  names.imports().stream()
                      .filter(member -> one.at(member.name().start()).equals(at))
                      .forEach(member -> targets.addAll(member.targets()));
                }
              });
      return targets;
    }

    Set<String> inSource(SourceText source) {
      Set<String> targets = new HashSet<>();
      SourceNames.InFile names = names(List.of(source)).get(source);
      if (names != null) {
        names.names().stream()
            .filter(name -> name.range().equals(at))
            .forEach(name -> targets.add(name.target()));
        names.imports().stream()
            .filter(one -> one.name().range().equals(at))
            .forEach(one -> targets.addAll(one.targets()));
      }
      targets.removeIf(target -> target.startsWith(SourceNames.LOCAL)); // for whoever has Java
      return targets;
    }

    /** Returns those of some that a source declares under the word. */
    Set<String> declared(Set<String> targets) {
      Set<SourceText> declaring = new HashSet<>();
      for (String target : targets) {
        Path file = JointSources.declaring(sources, target);
        SourceText source = file == null ? null : sources.source(file);
        if (source != null) {
          declaring.add(source);
        }
      }
      Set<String> declared = new HashSet<>();
      if (!declaring.isEmpty()) {
        names(declaring).values().stream()
            .flatMap(names -> names.names().stream())
            .filter(SourceNames.Name::declaration)
            .forEach(name -> declared.add(name.target()));
      }
      declared.retainAll(targets);
      return declared;
    }

    private Map<SourceText, SourceNames.InFile> names(Collection<SourceText> some) {
      return SourceNames.of(some, word, sources.platform(), sources, asked::check).files();
    }
  }
}
