package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames.Open;
import dev.colight.java.compile.NameUse;
import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that is named by one word in sources and documents, and what of that means the same as
 * something that a source declares. For one question, asked on one thread.
 */
final class SharedSearch {
  private final SourceSet sources;
  private final String word;
  private final Set<Path> searched = new TreeSet<>();

  /** By document in which the word stands: its names of that word. */
  private final Map<Open, List<Located>> documents = new LinkedHashMap<>();

  private final Map<Open, List<DocumentImports.Import>> imports = new LinkedHashMap<>();
  private final Set<String> meant = new HashSet<>();

  /** By file, what the names in the sources mean. */
  private final Map<Path, SourceNames.InFile> inSources = new LinkedHashMap<>();

  /** By what is declared in sources under the word, the file. */
  private final Map<String, Path> declared = new HashMap<>();

  private SourceNames names;

  /**
   * Looks for a word.
   *
   * @param also another word: sources in which that stands are looked into, too; or null
   * @param open the documents that are open
   */
  SharedSearch(SourceSet sources, String word, @Nullable String also, List<Open> open) {
    this.sources = sources;
    this.word = word;
    for (Path file : sources.files()) {
      String text = sources.text(file);
      if (text != null && (hasWord(text, word) || (also != null && hasWord(text, also)))) {
        searched.add(file);
      }
    }
    for (Open document : open) {
      if (document.assistant() instanceof JavaAssistant java
          && hasWord(document.scene().document().text().toString(), word)) {
        documents.put(document, java.names().written(document.scene(), word));
        imports.put(document, DocumentImports.of(document.uri(), document.scene(), word));
      }
    }
    names = resolve();
  }

  private SourceNames resolve() {
    List<SourceText> asked = new ArrayList<>();
    searched.removeIf(file -> sources.source(file) == null);
    for (Path file : searched) {
      SourceText source = sources.source(file);
      if (source != null) {
        asked.add(source);
      }
    }
    imports.values().forEach(all -> all.forEach(one -> asked.add(one.source())));
    SourceNames found = SourceNames.of(asked, word, sources.platform(), sources);
    inSources.clear();
    declared.clear();
    for (Path file : searched) {
      SourceText source = sources.source(file);
      SourceNames.InFile known = source == null ? null : found.files().get(source);
      if (known != null) {
        inSources.put(file, known);
        known.names().stream()
            .filter(SourceNames.Name::declaration)
            .forEach(name -> declared.put(name.target(), file));
      }
    }
    return found;
  }

  /** Says what is looked for: what a name means that was asked about. */
  void mean(Set<String> targets) {
    meant.addAll(targets);
    spread();
    while (meant.stream().anyMatch(SharedSearch::isMethod) && searched.addAll(subtypes())) {
      names = resolve();
      spread();
    }
  }

  /** Takes in the methods that are one with those that are meant. */
  private void spread() {
    List<Set<String>> same = new ArrayList<>(names.same());
    documents.forEach(
        (document, all) ->
            all.forEach(
                one -> {
                  if (!one.use().overridden().isEmpty()) {
                    Set<String> together = new HashSet<>(one.use().overridden());
                    together.add(own(document, one.use()));
                    same.add(together);
                  }
                }));
    boolean more = true;
    while (more) {
      more = false;
      for (Set<String> together : same) {
        more |= together.stream().anyMatch(meant::contains) && meant.addAll(together);
      }
    }
  }

  /** Returns the files that may declare a subtype of what declares a method that is meant. */
  private Set<Path> subtypes() {
    Set<String> owners = new HashSet<>();
    meant.forEach(target -> owners.add(owner(target)));
    Set<String> simple = new HashSet<>();
    owners.forEach(owner -> simple.add(simple(owner)));
    names
        .supertypes()
        .forEach(
            (type, supers) -> {
              if (supers.stream().anyMatch(owners::contains)) {
                simple.add(simple(type));
              }
            });
    simple.remove("");
    Set<Path> found = new HashSet<>();
    for (Path file : sources.files()) {
      String text = searched.contains(file) ? null : sources.text(file);
      if (text != null
          && (text.contains("extends") || text.contains("implements"))
          && simple.stream().anyMatch(name -> hasWord(text, name))
          && sources.source(file) != null) {
        found.add(file);
      }
    }
    return found;
  }

  /** Returns all that is meant: of documents, what {@link #own} returns. */
  Set<String> meant() {
    return meant;
  }

  /** Returns the files that have been looked into. */
  Set<Path> searched() {
    return searched;
  }

  /** Returns what stands for something that a document names. */
  static String own(Open document, NameUse use) {
    return use.scope() == NameUse.Scope.OUTSIDE
        ? use.target()
        : document.uri() + " " + use.target();
  }

  /** Returns, by file, what the names in the sources mean. */
  Map<Path, SourceNames.InFile> inSources() {
    return inSources;
  }

  /** Returns the names of the word in the documents. */
  Map<Open, List<Located>> inDocuments() {
    return documents;
  }

  /** Tells whether a name of a document means what is looked for. */
  boolean isMeant(Open document, Located name) {
    NameUse use = name.use();
    return use.scope() == NameUse.Scope.OUTSIDE
        ? meant.contains(use.target()) && sees(document, use.target())
        : meant.contains(own(document, use))
            || use.overridden().stream()
                .anyMatch(one -> meant.contains(one) && sees(document, one));
  }

  /** Returns, by place in the imports of a document, what is named there and meant. */
  Map<Range, Set<String>> importedBy(Open document) {
    Map<Range, Set<String>> found = new LinkedHashMap<>();
    imports(document)
        .forEach(
            (one, all) -> {
              for (SourceNames.Name name : all.names()) {
                note(document, one.at(name.start()), Set.of(name.target()), found);
              }
              for (SourceNames.StaticImport member : all.imports()) {
                note(document, one.at(member.name().start()), member.targets(), found);
              }
            });
    return found;
  }

  private void note(Open document, Range at, Set<String> targets, Map<Range, Set<String>> found) {
    if (targets.stream().anyMatch(one -> meant.contains(one) && sees(document, one))) {
      found.put(at, targets);
    }
  }

  /** Returns the imports of a document in which the word stands, and what they mean. */
  Map<DocumentImports.Import, SourceNames.InFile> imports(Open document) {
    Map<DocumentImports.Import, SourceNames.InFile> found = new LinkedHashMap<>();
    for (DocumentImports.Import one : imports.getOrDefault(document, List.of())) {
      SourceNames.InFile known = names.files().get(one.source());
      if (known != null) {
        found.put(one, known);
      }
    }
    return found;
  }

  /** Returns the text of a file, or null where it is not there. */
  @Nullable String text(Path file) {
    return sources.text(file);
  }

  /** Returns the classes that declare what is meant, and those above and below them. */
  Set<String> related() {
    Set<String> owners = new HashSet<>();
    meant.forEach(target -> owners.add(owner(target)));
    Set<String> found = new HashSet<>(owners);
    names
        .supertypes()
        .forEach(
            (type, supers) -> {
              if (owners.contains(type)) {
                found.addAll(supers);
              } else if (supers.stream().anyMatch(owners::contains)) {
                found.add(type);
              }
            });
    return found;
  }

  /** Returns, by what is declared in sources under the word, the file. */
  Map<String, Path> declared() {
    return declared;
  }

  /** Tells whether a document that names a class means the one that these sources have. */
  boolean sees(Open document, String target) {
    Path file = declared.get(target);
    return file != null
        && document.assistant() instanceof JavaAssistant java
        && file.equals(java.fileOf(owner(target)));
  }

  /** Returns the class that declares what is meant, or is it. */
  static String owner(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }

  static boolean isMethod(String target) {
    return target.endsWith(")");
  }

  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  static boolean hasWord(String text, String word) {
    if (word.isEmpty()) {
      return false; // it would be found at the end, again and again
    }
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
          && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Returns where a word stands in code. */
  static List<Token> tokens(String text, String word) {
    return Tokenizer.tokenize(List.of(text.split("\\R", -1))).stream()
        .filter(token -> token.is(word))
        .toList();
  }
}
