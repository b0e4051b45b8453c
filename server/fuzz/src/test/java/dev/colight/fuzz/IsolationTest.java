package dev.colight.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ResultView;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Documents that share a worker find nothing there of each other. */
class IsolationTest {
  private static final Isolation ISOLATION = new Isolation("test");

  @AfterAll
  static void end() {
    ISOLATION.close();
  }

  private static List<String> shown(Function<Form, Session> opening, String text)
      throws InterruptedException {
    try (Session session = opening.apply(Form.SCRIPT)) {
      session.type(text);
      DocumentSnapshot snapshot = session.settled();
      assertNotNull(snapshot);
      return snapshot.blocks().stream()
          .map(BlockView::result)
          .filter(Objects::nonNull)
          .flatMap((ResultView result) -> result.outputs().stream())
          .map(output -> output.text())
          .toList();
    }
  }

  @Test
  void what_one_has_changed_of_the_process_is_put_back_for_the_next() throws Exception {
    String price = "String.format(\"%,.2f\", 1234.5)";
    assertEquals(
        List.of("\"1.234,50\""),
        shown(ISOLATION::open, "Locale.setDefault(Locale.GERMANY);\n\n" + price));
    assertEquals(List.of("\"1,234.50\""), shown(ISOLATION::open, price));
  }

  @Test
  void those_that_share_code_have_static_fields_and_objects_of_their_own() throws Exception {
    String text =
        "class C { static int n; static List<Integer> all = new ArrayList<>(); }\n\n"
            + "C.all.add(++C.n); C.all\n\nList<Integer> list = new ArrayList<>();\n\n"
            + "list.add(1); list";
    List<String> once = shown(ISOLATION::openShared, text);
    assertEquals(once, shown(ISOLATION::openShared, text));
    ISOLATION.dropCode();
    assertEquals(once, shown(ISOLATION::openShared, text));
    assertEquals(once, shown(ISOLATION::open, text));
  }
}
