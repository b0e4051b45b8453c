package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits of random sources, and of a document beside them, show what clean runs show.
 *
 * <p>System properties: {@code colight.sources.seed} has another seed run than those below, {@code
 * colight.sources.steps} makes it that many edits. Blocks that ran although they show the same as
 * before are counted and printed.
 */
class SourceEditsPropertyTest {
  private static final int STEPS = 12;
  private static final int BLOCKS = 8;
  private static final String IMPORT = "import acme.*;\n\n";

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void after_each_edit_what_is_shown_is_what_a_clean_run_shows(long number, @TempDir Path folder)
      throws Exception {
    long seed = Long.getLong("colight.sources.seed", number);
    Random random = new Random(seed);
    RandomSources sources = new RandomSources(random);
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      blocks.add(sources.block(blocks));
    }
    int ran = 0;
    int needless = 0;
    int possible = 0;
    try (SourceProject project = new SourceProject(folder)) {
      write(sources, Map.of(), project);
      project.open(text(blocks));
      int steps = Integer.getInteger("colight.sources.steps", STEPS);
      for (int step = 0; step < steps; step++) {
        Map<String, String> before = project.results();
        Map<String, String> texts = sources.texts();
        String what;
        List<String> executed;
        if (random.nextInt(4) > 0) {
          what = sources.change();
          write(sources, texts, project);
          executed = project.follow();
        } else {
          int at = random.nextInt(blocks.size());
          what = "block " + at;
          blocks.set(at, sources.block(blocks.subList(0, at)));
          executed = project.edit(text(blocks));
        }
        Map<String, String> after = project.results();
        possible += blocks.size();
        ran += executed.size();
        for (String block : executed) {
          boolean same = Objects.equals(before.get(block), after.get(block));
          needless += same ? 1 : 0;
        }
        project.verify("seed " + seed + ", step " + step + ", after a change of " + what);
      }
    }
    System.out.printf(
        "sources, seed %d: of %d blocks %d ran, of which %d show the same as before%n",
        seed, possible, ran, needless);
    assertTrue(ran > 0, "nothing ran");
  }

  private static void write(
      RandomSources sources, Map<String, String> before, SourceProject project) throws Exception {
    for (Map.Entry<String, String> source : new HashMap<>(sources.texts()).entrySet()) {
      if (!source.getValue().equals(before.get(source.getKey()))) {
        project.write("acme/" + source.getKey(), source.getValue());
      }
    }
  }

  private static String text(List<String> blocks) {
    return IMPORT + String.join("\n\n", blocks);
  }
}
