package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import dev.colight.live.EditScript.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After every edit, what is shown is what a clean run from top to bottom shows. The system
 * properties {@code colight.seeds} (such as {@code 1-50}) and {@code colight.edits} ask for more
 * than the usual few; a failure is told with the smallest script that was found for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleanRunPropertyTest {
  private static final int BLOCKS = 14;

  private final CountingLanguage language = new CountingLanguage();

  @AfterAll
  void close() {
    language.close();
  }

  static LongStream seeds() {
    String[] bounds = System.getProperty("colight.seeds", "1-2").split("-", 2);
    return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void after_every_edit_a_document_shows_what_a_clean_run_shows(long seed) throws Exception {
    RandomBlocks random = new RandomBlocks(seed);
    List<List<String>> versions = new ArrayList<>(List.of(random.document(BLOCKS)));
    for (int i = 0; i < Integer.getInteger("colight.edits", 20); i++) {
      versions.add(random.edited(versions.get(i)));
    }
    EditScript script = new EditScript(versions);
    Difference difference = script.run(language);
    if (difference != null) {
      EditScript small = script.upTo(difference.version()).shrunk(language);
      fail("seed " + seed + ": " + difference + "\nand at its smallest, of\n" + small);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void going_back_to_a_text_runs_and_compiles_nothing(long seed) throws Exception {
    RandomBlocks random = new RandomBlocks(seed);
    List<String> blocks = random.document(BLOCKS);
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(EditScript.text(blocks));
      for (int i = 0; i < Integer.getInteger("colight.edits", 20); i++) {
        List<String> before = EditScript.screen(document);
        String text = document.text();
        document.edit(EditScript.text(random.edited(blocks)));
        CountingLanguage.Counts counts = language.counts();
        LiveDocument.Run undo = document.edit(text);
        String step = "seed " + seed + ", step " + i + ", back to\n" + text;
        assertNull(EditScript.difference(i, EditScript.screen(document), before), step);
        assertEquals(0, undo.end().executed(), step);
        assertEquals(0, language.counts().since(counts).compiledUnits(), step);
        blocks = random.edited(blocks);
        document.edit(EditScript.text(blocks));
      }
    }
  }
}
