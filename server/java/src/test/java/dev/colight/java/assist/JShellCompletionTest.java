package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What JShell proposes within real documents is proposed here too: in the middle of a document as
 * it stands, and at the end of a block that is being written.
 */
class JShellCompletionTest extends WithLanguage {
  /** Where the documents are; other ones are tried with a property. */
  private static final List<Path> FOLDERS =
      Stream.of(
              System.getProperty(
                      "colight.completion.documents",
                      "../../examples,../app/src/test/resources/documents")
                  .split(","))
          .map(Path::of)
          .toList();

  /** Spread evenly over a document; by far more are tried with a property. */
  private static final int POSITIONS = Integer.getInteger("colight.completion.positions", 14);

  private static int compared;
  private static int names;
  private static int unknownTypes;

  /** What is before the first token of a block. */
  private static final Token NOTHING = Tokenizer.tokenize(List.of(";")).get(0);

  /** A place in a name, and what is written of it. */
  private record Place(
      int block, Position position, String prefix, Token before, String qualifier, boolean ofType) {
    boolean member() {
      return before.is(".");
    }
  }

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".jsh") && !needsNetwork(file))
            .sorted()
            .forEach(documents::add);
      }
    }
    return documents;
  }

  /** What asks for libraries may need a network, which tests have none of. */
  private static boolean needsNetwork(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.anyMatch(line -> line.startsWith("//DEPS "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void what_jshell_proposes_is_proposed_here(Path file) throws Exception {
    List<String> missing = new ArrayList<>();
    try (EditedDocument document = new EditedDocument(language);
        JShellCompletion jshell = new JShellCompletion(language.imports().defaultImports())) {
      document.open(Files.readString(file));
      Document text = document.scene().document();
      int taken = 0;
      for (Place place : some(places(text))) {
        for (; taken < place.block; taken++) {
          if (text.block(taken).kind() == BlockKind.CODE) {
            jshell.take(String.join("\n", text.block(taken).lines()));
          }
        }
        String written = before(text, place);
        Set<String> theirs =
            place.before.is("::") ? jshell.references(written) : jshell.complete(written);
        if (place.member() && knowsNoType(jshell, written, place)) {
          unknownTypes++;
          continue;
        }
        theirs.removeIf(name -> !name.startsWith(place.prefix) || isOfNoUse(name, place));
        compared++;
        names += theirs.size();
        compare(document, place, theirs, "", jshell, written, missing);
        document.type(cutOff(text, place));
        compare(document, place, theirs, ", cut off", jshell, written, missing);
        document.type(text.text().toString());
      }
    }
    assertEquals(List.of(), missing);
  }

  @AfterAll
  static void so_many_positions() {
    System.out.printf(
        "%d positions, at which JShell proposes %d names; %d more, at which it knows no type%n",
        compared, names, unknownTypes);
    assertTrue(compared >= 500, () -> "only " + compared + " positions");
  }

  private static void compare(
      EditedDocument document,
      Place place,
      Set<String> theirs,
      String how,
      JShellCompletion jshell,
      String written,
      List<String> missing) {
    Set<String> left = new TreeSet<>(theirs);
    document.complete(place.position).forEach(ours -> left.remove(ours.label()));
    if (!left.isEmpty()) {
      // javac takes System.LoggerFinder for a class of its package until it has read System. Which
      // it reads first is up to the JDK's file system: that lists first what has been read of it,
      // by whatever ran before in this JVM. So what JShell does not propose again does not count.
      left.retainAll(jshell.complete(written));
    }
    if (!left.isEmpty()) {
      missing.add(
          "%d:%d%s: %d of %d, such as %s"
              .formatted(
                  place.position.line() + 1,
                  place.position.column() + 1,
                  how,
                  left.size(),
                  theirs.size(),
                  left.stream().limit(9).toList()));
    }
  }

  /**
   * JShell completes the text before the place alone. Where that leaves it without a type, say
   * within a lambda, it falls back to all that it knows: then it proposes types after a value's
   * dot.
   */
  private static boolean knowsNoType(JShellCompletion jshell, String written, Place place) {
    String toDot = written.substring(0, written.length() - place.prefix.length());
    return jshell.complete(toDot).contains("AbstractMethodError");
  }

  /**
   * Names that only JShell has: of its own package, of values without a name, and of what it puts
   * around code; {@code eu} is on the class path of this test, and so are our own packages, of
   * which it proposes what is not public as well. Those of packages that are no API are left out
   * here. After a dot it proposes the names of primitive types, and that of JDK 25 what is
   * protected in every class. Where nothing but a type can stand it proposes all names, and here
   * types are; after {@code import} types, too, which have to be named with their packages there.
   */
  private static boolean isOfNoUse(String name, Place place) {
    return name.isEmpty()
        || name.startsWith("$")
        || Set.of("REPL", "jdk", "sun", "apple", "netscape", "eu", "io").contains(name)
        || (place.before.is("new") && name.equals("void"))
        || (place.ofType && !name.matches("[A-Z]+[a-z].*|[A-Z]"))
        || (place.before.is("import") && Character.isUpperCase(name.charAt(0)))
        || place.qualifier.startsWith("dev.colight.")
        || (place.member()
            && Set.of(
                    "boolean",
                    "byte",
                    "char",
                    "double",
                    "float",
                    "int",
                    "long",
                    "short",
                    "clone",
                    "finalize")
                .contains(name));
  }

  private static List<Place> some(List<Place> places) {
    int number = Math.min(POSITIONS, places.size());
    return IntStream.range(0, number)
        .mapToObj(i -> places.get((int) ((long) i * places.size() / number)))
        .toList();
  }

  /** Returns the beginning of each name, its end, and what is in between. */
  private static List<Place> places(Document document) {
    List<Place> places = new ArrayList<>();
    for (int block = 0; block < document.size(); block++) {
      if (document.block(block).kind() == BlockKind.CODE) {
        List<Token> tokens = Tokenizer.tokenize(document.block(block).lines());
        for (int i = 0; i < tokens.size(); i++) {
          if (tokens.get(i).kind() == Token.Kind.IDENTIFIER
              && (i == 0 || !isLeftOut(tokens.get(i - 1)))) {
            Token before = i == 0 ? NOTHING : tokens.get(i - 1);
            add(
                document,
                block,
                before,
                qualifier(tokens, i),
                isOfType(tokens, i),
                tokens.get(i),
                places);
          }
        }
      }
    }
    return places;
  }

  private static void add(
      Document document,
      int block,
      Token before,
      String qualifier,
      boolean ofType,
      Token token,
      List<Place> into) {
    Position start = token.range().start().plusLines(document.startLine(block));
    String name = token.text();
    IntStream.of(0, 1, Math.min(2, name.length()), name.length())
        .distinct()
        .mapToObj(
            length ->
                new Place(
                    block,
                    new Position(start.line(), start.column() + length),
                    name.substring(0, length),
                    before,
                    qualifier,
                    ofType))
        .forEach(into::add);
  }

  /** Returns the names and dots before an index. */
  private static String qualifier(List<Token> tokens, int index) {
    int first = index;
    while (first > 1 && tokens.get(first - 1).is(".")) {
      first -= 2;
    }
    return tokens.subList(first, index).stream().map(Token::text).collect(Collectors.joining());
  }

  /**
   * Tells whether nothing but a type can stand at an index: after modifiers, in type arguments, and
   * to catch.
   */
  private static boolean isOfType(List<Token> tokens, int index) {
    if (index < 2) {
      return false;
    }
    Token last = tokens.get(index - 1);
    if (last.text()
            .matches(
                "extends|implements|permits|throws|instanceof|public|private|protected|abstract")
        || (last.text().matches("static|final") && !tokens.get(index - 2).is("import"))
        || (last.is("(") && tokens.get(index - 2).is("catch"))) {
      return true;
    }
    int i = index - 1;
    while (i > 0
        && (tokens.get(i).text().matches("[,?]|extends|super") || isTypeName(tokens.get(i)))) {
      i--;
    }
    return i > 0
        && tokens.get(i).is("<")
        && (isTypeName(tokens.get(i - 1)) || tokens.get(i - 1).is("."));
  }

  private static boolean isTypeName(Token token) {
    return Character.isUpperCase(token.text().charAt(0));
  }

  /**
   * A name that is being given needs no proposals; JShell has some all the same. After {@code @} it
   * proposes all types, and here are annotations.
   */
  private static boolean isLeftOut(Token before) {
    return before.kind() == Token.Kind.IDENTIFIER
        || before.is("@")
        || before.text().matches("class|interface|enum|int|long|double|boolean|char|void|>+|]");
  }

  /** Returns the text of a block before a place in it. */
  private static String before(Document document, Place place) {
    return String.join("\n", linesTo(document, document.startLine(place.block), place.position));
  }

  private static List<String> linesTo(Document document, int first, Position position) {
    List<String> lines = new ArrayList<>();
    for (int line = first; line < position.line(); line++) {
      lines.add(document.text().line(line));
    }
    lines.add(document.text().line(position.line()).substring(0, position.column()));
    return lines;
  }

  /** Returns the document without what comes after a place in its block. */
  private static String cutOff(Document document, Place place) {
    List<String> lines = linesTo(document, 0, place.position);
    int below = document.startLine(place.block) + document.block(place.block).lines().size();
    for (int line = below; line < document.text().lineCount(); line++) {
      lines.add(document.text().line(line));
    }
    return String.join("\n", lines);
  }
}
