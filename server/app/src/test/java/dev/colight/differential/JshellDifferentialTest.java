package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.differential.Documents.Document;
import dev.colight.java.JavaLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every document that needs nothing but the JDK here and in the JDK's own JShell. Each JShell
 * is a JVM that takes a second to start, so that each document runs there once, as many at a time
 * as there are processors.
 *
 * <p>The {@code jshell} tool reads all documents alike, but for two, which are about what it trips
 * over: {@code builders.jsh} (chains with leading dots, operators at the start of a line, an
 * annotation on a line of its own) and {@code control-flow.jsh} ({@code else}, {@code catch} and
 * {@code while} at the start of a line, {@code -> throw} in a switch). JShell's API, which gets
 * whole snippets here, takes these too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JshellDifferentialTest {
  private final ExecutorService oracles =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Map<Document, CompletableFuture<List<Outcome>>> jshell = new ConcurrentHashMap<>();
  private final Map<Document, List<Outcome>> ours = new ConcurrentHashMap<>();
  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @BeforeAll
  void runAllInJshell() {
    for (Document document : Documents.plain()) {
      Script script = Script.of(document.text());
      jshell.put(document, CompletableFuture.supplyAsync(() -> JshellOracle.run(script), oracles));
    }
  }

  @AfterAll
  void close() {
    oracles.shutdownNow();
    language.close();
  }

  @ParameterizedTest
  @MethodSource("dev.colight.differential.Documents#plain")
  void jshell_does_what_the_document_announces(Document document) {
    assertEquals(List.of(), contradictions(document, jshell(document)));
  }

  @ParameterizedTest
  @MethodSource("dev.colight.differential.Documents#all")
  void a_document_does_here_what_it_announces(Document document) {
    assertEquals(List.of(), contradictions(document, ours(document)));
  }

  @ParameterizedTest
  @MethodSource("dev.colight.differential.Documents#plain")
  void a_document_shows_here_what_it_shows_in_jshell(Document document) {
    Script script = Script.of(document.text());
    assertEquals("", Comparison.report(script, jshell(document), ours(document)));
  }

  private List<Outcome> ours(Document document) {
    return ours.computeIfAbsent(document, key -> ProductRun.run(language, key.text()));
  }

  private List<Outcome> jshell(Document document) {
    return Objects.requireNonNull(jshell.get(document)).join();
  }

  private static List<String> contradictions(Document document, List<Outcome> outcomes) {
    List<String> result = new ArrayList<>();
    List<Script.Block> blocks = Script.of(document.text()).blocks();
    for (int i = 0; i < blocks.size(); i++) {
      String contradiction = Marks.of(blocks.get(i).lines()).contradiction(outcomes.get(i));
      if (contradiction != null) {
        result.add("line " + (blocks.get(i).startLine() + 1) + ": " + contradiction);
      }
    }
    return result;
  }
}
