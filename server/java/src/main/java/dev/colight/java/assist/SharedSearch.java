package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames.Open;
import dev.colight.java.compile.NameUse;
import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Range;
import dev.colight.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that is named by one word in sources and documents, and what of that means the same as
 * something that a source declares. For one question, asked on one thread.
 */
final class SharedSearch {
  /** Bounds the files that are read, and the characters of those that the compiler looks into. */
  private static final int MOST_FILES = 20_000;

  private static final long MOST_CHARACTERS = 8_000_000;

  private final SharedQuestion question;
  private final JointSources sources;
  private final String word;
  private final Set<Path> searched = new TreeSet<>();
  private long characters;

  /** By document in which the word stands: its names of that word. */
  private final Map<Open, List<Located>> documents = new LinkedHashMap<>();

  private final Map<Open, List<DocumentImports.Import>> imports = new LinkedHashMap<>();
  private final Set<String> meant = new HashSet<>();

  /** By file, what the names in the sources mean. */
  private final Map<Path, SourceNames.InFile> inSources = new LinkedHashMap<>();

  /** By what is declared in sources under the word, the file. */
  private final Map<String, Path> declared = new HashMap<>();

  private SourceNames names = SourceNames.together(List.of());
  private @Nullable String refusal;

  /**
   * Looks for what is asked about.
   *
   * @param also another word: sources in which that stands are looked into, too; or null
   */
  SharedSearch(SharedQuestion question, @Nullable String also) {
    this.question = question;
    this.sources = question.sources();
    this.word = question.word();
    Set<Path> files = sources.files();
    if (files.size() > MOST_FILES) {
      refuse();
      return;
    }
    take(files, text -> hasWord(text, word) || (also != null && hasWord(text, also)));
    for (Open document : question.asked().documents()) {
      if (document.assistant() instanceof JavaAssistant java
          && hasWord(document.scene().document().text().toString(), word)) {
        question.asked().check();
        documents.put(document, java.names().written(document.scene(), word));
        imports.put(document, DocumentImports.of(document.uri(), document.scene(), word));
      }
    }
    resolve();
    mean();
  }

  /** Returns why there is no answer, or null. */
  @Nullable String refusal() {
    return refusal;
  }

  private void refuse() {
    refusal = "`" + word + "` may be in more sources than can be looked into.";
  }

  /** Has some files looked into; tells whether there are any that were not. */
  private boolean take(Collection<Path> files, Predicate<String> wanted) {
    boolean more = false;
    for (Path file : files) {
      question.asked().check();
      String text = searched.contains(file) ? null : sources.text(file);
      if (text != null && wanted.test(text) && sources.source(file) != null) {
        searched.add(file);
        characters += text.length();
        more = true;
      }
    }
    return more;
  }

  private void resolve() {
    inSources.clear();
    declared.clear();
    if (characters > MOST_CHARACTERS) {
      refuse();
      return;
    }
    Map<SourceText, SourceSet> others = new LinkedHashMap<>();
    imports.forEach(
        (document, all) -> {
          SourceSet seen = seen(document);
          if (seen != null) {
            all.forEach(one -> others.put(one.source(), seen));
          }
        });
    names = sources.names(searched, others, word, question.asked()::check);
    for (Path file : searched) {
      SourceText source = sources.source(file);
      SourceNames.InFile known = source == null ? null : names.files().get(source);
      if (known != null && !isProgram(file, known)) {
        inSources.put(file, known);
        known.names().stream()
            .filter(SourceNames.Name::declaration)
            .forEach(name -> declared.put(name.target(), file));
      }
    }
  }

  private @Nullable SourceSet seen(Open document) {
    Path file = SharedNames.file(document.uri());
    return file == null ? null : question.seen().get(file);
  }

  /** A program that is open may be a source, too: it is one where it compiles as that. */
  private boolean isProgram(Path file, SourceNames.InFile names) {
    boolean open =
        documents.keySet().stream()
            .anyMatch(document -> file.equals(SharedNames.file(document.uri())));
    if (open && names.error() == null) {
      documents.keySet().removeIf(document -> file.equals(SharedNames.file(document.uri())));
      imports.keySet().removeIf(document -> file.equals(SharedNames.file(document.uri())));
    }
    return open && names.error() != null;
  }

  private void mean() {
    meant.addAll(question.targets());
    spread();
    while (meant.stream().anyMatch(SharedSearch::isMethod) && refusal == null && takeSubtypes()) {
      resolve();
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

  /** Looks into the files that may declare a subtype of what declares a method that is meant. */
  private boolean takeSubtypes() {
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
    return take(
        sources.files(),
        text ->
            (text.contains("extends") || text.contains("implements"))
                && simple.stream().anyMatch(name -> hasWord(text, name)));
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
  static List<Token> tokens(Text text, String word) {
    return Tokenizer.tokenize(text.lines()).stream().filter(token -> token.is(word)).toList();
  }
}
