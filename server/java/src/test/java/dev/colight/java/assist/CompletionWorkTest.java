package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.Role;
import dev.colight.execution.Assistant.Completions;
import dev.colight.execution.Scene;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.StatementUnit;
import dev.colight.java.JavaLanguage;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.TypeIndex;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a completion costs, counted in what is done for it. */
class CompletionWorkTest {
  private static final int BLOCKS = 1_000;

  /** Java's analyzer, with a count of blocks. */
  private static final class Counting implements Analyzer {
    private final Analyzer java;
    private int blocks;

    Counting(Analyzer java) {
      this.java = java;
    }

    @Override
    public BlockAnalysis analyze(Role role, List<String> lines) {
      blocks++;
      return java.analyze(role, lines);
    }

    @Override
    public StatementUnit prefix(StatementUnit unit, int statements) {
      return java.prefix(unit, statements);
    }

    @Override
    public String prose(List<String> lines) {
      return java.prose(lines);
    }
  }

  @Test
  void one_block_is_looked_at_however_many_there_are() throws Exception {
    String blocks =
        IntStream.range(0, BLOCKS)
            .mapToObj(
                i ->
                    i == 0
                        ? "var list0 = List.of(\"a\");"
                        : "var list%d = Stream.concat(list%d.stream(), Stream.of(\"%d\")).limit(3).toList();"
                            .formatted(i, i - 1, i))
            .collect(Collectors.joining("\n\n"));
    Platform platform = Platform.running(List.of());
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        EditedDocument document = new EditedDocument(language);
        PlatformClasses classes = new PlatformClasses(platform)) {
      document.open(blocks);
      Counting analyzer = new Counting(language.analyzer());
      CodeProbe probe = new CodeProbe(classes, (EcjCompiler) language.compiler());
      PlatformImports imports = new PlatformImports(classes);
      JavaAssistant assistant =
          new JavaAssistant(
              analyzer,
              probe,
              imports,
              new TypeIndex(classes, imports),
              new SourceFiles(
                  Path.of("nowhere"),
                  List.of(),
                  classes::moduleOf,
                  SourceClasses.NONE,
                  file -> null));
      Marked member = Marked.of(blocks + "\n\nlist999.get(0).le¦");
      document.type(member.text());
      Scene scene = document.scene();
      Completions found = Objects.requireNonNull(assistant.complete(scene, member.position()));
      assertEquals("length", found.proposals().get(0).label());
      assertEquals(1, analyzer.blocks);
      assertEquals(1, probe.probes());
      Marked name = Marked.of(blocks + "\n\nint n = list99¦");
      document.type(name.text());
      Completions names =
          Objects.requireNonNull(assistant.complete(document.scene(), name.position()));
      assertEquals(11, names.proposals().size());
      assertTrue(names.proposals().stream().allMatch(p -> p.detail().equals("List<String>")));
      assertEquals(2, analyzer.blocks);
      assertEquals(2, probe.probes());
      if (Boolean.getBoolean("colight.timed")) {
        time(assistant, document, member, "member");
        time(assistant, document, name, "name");
        time(assistant, document, Marked.of(blocks + "\n\nL¦"), "type");
        time(assistant, document, Marked.of(blocks + "\n\nint n = ¦"), "nothing yet");
      }
    }
  }

  private static void time(
      JavaAssistant assistant, EditedDocument document, Marked place, String what) {
    document.type(place.text());
    Scene scene = document.scene();
    // What others do on the machine does not count.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[60];
    for (int i = 0; i < nanos.length; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assistant.complete(scene, place.position());
      nanos[i] = threads.getCurrentThreadCpuTime() - start;
    }
    long[] warm = java.util.Arrays.copyOfRange(nanos, 20, 60);
    java.util.Arrays.sort(warm);
    System.out.printf(
        "%s: first %.1f ms, median %.1f, worst of 40 %.1f%n",
        what, nanos[0] / 1e6, warm[20] / 1e6, warm[39] / 1e6);
  }
}
