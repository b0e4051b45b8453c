package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.split.JShellReader.Read;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Compares our snippets with those that the JDK's own {@code jshell} reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JShellDifferentialTest {
  private final JShellReader jshell = new JShellReader();

  private List<String> sources = List.of();

  @BeforeAll
  void readSources() {
    sources = List.of(Documents.readString("as-jshell.txt").stripTrailing().split("\n----\n"));
    assertTrue(sources.size() > 300, "inputs");
  }

  @AfterAll
  void close() {
    jshell.close();
  }

  @TestFactory
  List<DynamicTest> snippets_are_those_of_jshell() {
    return sources.stream()
        .map(source -> DynamicTest.dynamicTest(source, () -> assertSame(source)))
        .toList();
  }

  private void assertSame(String source) {
    List<Read> theirs = jshell.read(source);
    List<Read> ours = ours(source);
    assertEquals(texts(theirs), texts(ours));
    for (int i = 0; i < ours.size(); i++) {
      if (onlyTheCompilerKnows(theirs.get(i), ours.get(i))) {
        continue;
      }
      assertEquals(theirs.get(i).kind(), ours.get(i).kind(), ours.get(i).text());
    }
  }

  /** Whether a call is void, and whether a switch of which nothing resolves has a value. */
  private static boolean onlyTheCompilerKnows(Read theirs, Read ours) {
    return (theirs.kind().equals("STATEMENT") && ours.kind().equals("EXPRESSION"))
        || ours.text().startsWith("switch");
  }

  private static List<String> texts(List<Read> reads) {
    return reads.stream().map(Read::text).toList();
  }

  private static List<Read> ours(String source) {
    List<Token> tokens = Tokenizer.tokenize(List.of(source.split("\n", -1)));
    List<Read> result = new ArrayList<>();
    for (Snippet snippet : SnippetSplitter.split(tokens)) {
      String text =
          JShellReader.normalize(tokens.subList(snippet.firstToken(), snippet.endToken()));
      if (!text.isEmpty()) {
        result.add(new Read(jshellKind(snippet.kind()), text));
      }
    }
    return result;
  }

  private static String jshellKind(Snippet.Kind kind) {
    return switch (kind) {
      case TYPE -> "TYPE_DECL";
      case VARIABLE -> "VAR";
      case RETURN -> "STATEMENT";
      default -> kind.name();
    };
  }
}
