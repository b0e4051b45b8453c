package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.Digest;
import dev.colight.document.BlockId;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Kernel;
import dev.colight.execution.Preparation;
import dev.colight.execution.Preparation.Event;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.graph.ImportResolver;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.toy.ToyDocuments;
import dev.colight.toy.ToyLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When what directives ask for is gone for, with a clock that the test drives. */
class PreparingTest {
  private final Asking language = new Asking();
  private final List<Runnable> timers = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Preparing preparing =
      new Preparing(
          language,
          "toy:a",
          true,
          (delay, task) -> {
            assertEquals(Preparing.PAUSE, delay);
            timers.add(task);
          },
          Runnable::run,
          new Preparing.Listener() {
            @Override
            public void switched(Toolchain toolchain) {
              heard.add(String.valueOf(toolchain));
            }

            @Override
            public void told(Set<BlockId> concerned, @Nullable String message) {
              if (message != null) {
                heard.add(message);
              }
            }
          });
  private Document document = Document.empty("toy:a");
  private int version;

  private void write(String text, boolean typed, boolean go) {
    DocumentChange change = document.replace(++version, Text.of(text), language.splitter(""));
    document = change.after();
    heard.add(String.valueOf(preparing.take(change, typed, go)));
  }

  private void pause() {
    List<Runnable> due = List.copyOf(timers);
    timers.clear();
    due.forEach(Runnable::run);
  }

  private List<String> heard() {
    List<String> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  @Test
  void a_document_that_asks_for_nothing_has_the_language_itself() {
    write("show 1", false, true);
    assertEquals(List.of("toy"), heard());
    assertFalse(preparing.busy());
  }

  @Test
  void what_a_document_asks_for_when_it_is_opened_is_gone_for_at_once() {
    write("ask a\n\nshow 1", false, true);
    assertEquals(List.of("a"), language.asked);
    assertTrue(preparing.busy());
    language.tell(0, new Event.Progress("half of a"));
    language.tell(0, new Event.Ready(new Named("with a"), List.of()));
    assertEquals(
        List.of(
            "lacking: waits for the libraries that the document asks for", "half of a", "with a"),
        heard());
    assertFalse(preparing.busy());
  }

  @Test
  void what_is_typed_is_gone_for_once_the_typing_pauses() {
    write("show 1", false, true);
    for (String text : List.of("ask a", "ask a.b", "ask a.b.c")) {
      write(text + "\n\nshow 1", true, true);
      assertTrue(preparing.busy());
    }
    assertEquals(List.of(), language.asked);
    pause();
    assertEquals(List.of("a.b.c"), language.asked);
  }

  @Test
  void an_edit_elsewhere_asks_for_nothing_anew() {
    write("ask a\n\nshow 1", false, true);
    language.tell(0, new Event.Ready(new Named("with a"), List.of()));
    write("show 0\n\nask a\n\nshow 2", true, true);
    pause();
    assertEquals(List.of("a"), language.asked);
    assertEquals("with a", heard().get(2));
  }

  @Test
  void an_edit_of_a_directive_ends_what_was_under_way() {
    write("ask a\n\nshow 1", false, true);
    write("ask b\n\nshow 1", true, true);
    assertEquals(List.of(true), language.closed);
    heard();
    language.tell(0, new Event.Ready(new Named("with a"), List.of()));
    assertEquals(List.of(), heard());
    pause();
    language.tell(1, new Event.Ready(new Named("with b"), List.of()));
    assertEquals(List.of("with b"), heard());
  }

  @Test
  void nothing_is_gone_for_before_the_document_may_run() {
    write("ask a\n\nshow 1", false, false);
    pause();
    assertEquals(List.of(), language.asked);
    assertFalse(preparing.busy());
    preparing.again();
    assertEquals(List.of("a"), language.asked);
  }

  @Test
  void what_failed_is_tried_again_when_somebody_asks() {
    write("ask a\n\nshow 1", false, true);
    language.tell(0, new Event.Failed("no network", List.of()));
    heard();
    preparing.again();
    assertEquals(List.of("a", "a"), language.asked);
    language.tell(1, new Event.Ready(new Named("with a"), List.of()));
    preparing.again();
    assertEquals(List.of("a", "a"), language.asked, "what is there is not asked for again");
  }

  @Test
  void cancelling_ends_it() {
    write("ask a\n\nshow 1", false, true);
    heard();
    preparing.cancel();
    assertEquals(
        List.of("lacking: getting the libraries was cancelled; run it to try again"), heard());
    assertEquals(List.of(true), language.closed);
    assertFalse(preparing.busy());
  }

  @Test
  void a_problem_stays_with_its_directive_where_that_moves() {
    write("ask a\n\nask b c\n\nshow 1", false, true);
    language.tell(0, new Event.Failed("no c", List.of(DirectiveProblem.error(1, 1, "no c"))));
    write("show 0\n\nask a\n\nshow 7\n\nask b c\n\nshow 1", true, true);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      for (ProblemView problem : preparing.problems(null).apply(document.block(i).id())) {
        places.add(
            document.startLine(i) + " " + problem.range().start().column() + problem.message());
      }
    }
    assertEquals(List.of("6 6no c"), places);
  }

  private record Named(String name) implements Toolchain {
    @Override
    public ImportResolver imports() {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public CodeCompiler compiler() {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Digest platform() {
      return Digest.of(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A language in which lines that begin with {@code ask} ask for something. */
  private static final class Asking extends ToyDocuments {
    private final List<Consumer<Event>> listeners = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Boolean> closed = new ArrayList<>();

    Asking() {
      super(new ToyLanguage());
    }

    void tell(int preparation, Event event) {
      listeners.get(preparation).accept(event);
    }

    @Override
    public List<Directive> directives(List<String> lines) {
      List<Directive> found = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("ask ")) {
          List<Directive.Word> words = new ArrayList<>();
          int at = "ask ".length();
          for (String word : lines.get(i).substring(at).split(" ")) {
            words.add(new Directive.Word(word, Range.of(i, at, i, at + word.length())));
            at += word.length() + 1;
          }
          String value = lines.get(i).substring("ask ".length());
          found.add(new Directive("ask", value, words, Range.of(i, 0, i, lines.get(i).length())));
        }
      }
      return found;
    }

    @Override
    public boolean asks(String uri, List<Directive> directives) {
      return !directives.isEmpty();
    }

    @Override
    public Toolchain lacking(Toolchain present, String reason) {
      return new Named("lacking: " + reason);
    }

    @Override
    public Preparation prepare(String uri, List<Directive> directives, Consumer<Event> listener) {
      asked.addAll(directives.stream().map(Directive::value).toList());
      listeners.add(listener);
      return () -> closed.add(true);
    }

    @Override
    public Kernel startKernel(Kernel.Listener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      return "toy";
    }
  }
}
