package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Ahead;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.RunRequest;
import dev.colight.execution.Toolchain;
import dev.colight.execution.ValueRef;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.toy.ToyDocuments;
import dev.colight.toy.ToyKernel;
import dev.colight.toy.ToyLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of code does not grow with the number of edits. */
class LongEditingTest {
  private static final int BOUND = CodeLedger.KEPT + CodeLedger.SLACK + 20;

  private final ToyLanguage toy = new ToyLanguage();
  private final Workspace workspace = new Workspace(new Toy(), event -> {});
  private int version;

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void ten_thousand_edits_leave_as_much_code_as_a_thousand() throws Exception {
    workspace.open("toy:a", 0, "int a = 10000\n\nshow a + 1");
    int most = 0;
    for (int i = 1; i <= 10_000; i++) {
      edit("toy:a", 10_000 + i);
      if (i % 50 == 0) {
        settle("toy:a");
        most = Math.max(most, toy.code.size());
      }
    }
    assertTrue(most > CodeLedger.KEPT && most <= BOUND, most + " units");
    assertEquals("20001", value("toy:a"));
  }

  @Test
  void after_twice_as_many_edits_there_is_no_more_of_anything() throws Exception {
    workspace.open("toy:a", 0, "int a = 10000\n\nbox b = a\n\nb << a\n\nshow b + a");
    Map<String, Integer> most = new TreeMap<>();
    Map<String, Integer> later = new TreeMap<>();
    for (int i = 1; i <= 12_000; i++) {
      edit("toy:a", 10_000 + i);
      if (i % 100 == 0) {
        settle("toy:a");
        workspace.run("toy:a", null, i % 300 == 0);
        Map<String, Integer> now = workspace.sizes("toy:a").get(20, TimeUnit.SECONDS);
        Map<String, Integer> seen = i <= 6_000 ? most : later;
        now.forEach((name, size) -> seen.merge(name, size, Math::max));
      }
    }
    most.remove("cache"); // is bounded by its weight, which BoundedCacheTest is about
    most.forEach(
        (name, size) ->
            assertTrue(later.getOrDefault(name, 0) <= Math.max(size + 5, BOUND), name + later));
  }

  @Test
  void code_that_another_document_has_stays_there() throws Exception {
    workspace.open("toy:a", 0, "int a = 10000\n\nshow a + 1");
    workspace.open("toy:b", 0, "int a = 10000\n\nshow a + 1");
    for (int i = 1; i <= 3 * CodeLedger.KEPT; i++) {
      edit("toy:a", 10_000 + i);
    }
    settle("toy:a");
    workspace.restart("toy:b");
    settle("toy:b");
    assertEquals("10001", value("toy:b"));
    workspace.close("toy:a");
    workspace.run("toy:b", null, true);
    settle("toy:b");
    assertEquals("10001", value("toy:b"));
  }

  @Test
  void a_closed_document_leaves_nothing() throws Exception {
    workspace.open("toy:a", 0, "int a = 10000\n\nshow a + 1");
    settle("toy:a");
    workspace.close("toy:a");
    workspace.open("toy:b", 0, "show 2");
    settle("toy:b");
    assertEquals(1, toy.code.size(), toy.code::toString);
  }

  private void edit(String uri, int number) {
    Range digits = new Range(new Position(0, 8), new Position(0, 13));
    workspace.change(uri, ++version, List.of(new TextEdit(digits, Integer.toString(number))));
  }

  /** Waits until all blocks are up to date. */
  private void settle(String uri) throws Exception {
    DocumentSnapshot document;
    do {
      document = workspace.current(uri).get(20, TimeUnit.SECONDS);
    } while (document == null || document.running());
  }

  private @Nullable String value(String uri) {
    List<BlockView> blocks = Objects.requireNonNull(workspace.snapshot(uri)).blocks();
    ResultView result = Objects.requireNonNull(blocks.get(blocks.size() - 1).result());
    return result.outputs().get(0).mime().get("text/plain");
  }

  /** Toy documents with a kernel that answers at once. */
  private final class Toy extends ToyDocuments {
    Toy() {
      super(toy);
    }

    @Override
    public Kernel startKernel(Kernel.Listener listener) {
      ToyKernel kernel = new ToyKernel(toy);
      return new Kernel() {
        @Override
        public void run(RunRequest request) {
          kernel.run(request).forEach(listener::on);
        }

        @Override
        public void ahead(Ahead next) {}

        @Override
        public void notAhead() {}

        @Override
        public void cancel() {}

        @Override
        public void forget(Collection<ValueRef> values) {}

        @Override
        public CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
          return CompletableFuture.completedFuture(Expansion.none("nothing is kept"));
        }

        @Override
        public void restart() {}

        @Override
        public void use(Toolchain toolchain) {}

        @Override
        public void close() {}
      };
    }
  }
}
