package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private final TestDocument document = new TestDocument();
  private final TestWorker worker = new TestWorker(document);

  @Test
  void expressions_show_their_values_and_calls_without_one_show_nothing() throws Throwable {
    assertEquals(
        List.of("0=3", "2=x"),
        worker.run(document.statements("1 + 2", "System.out.flush()", "\"x\"")));
  }

  @Test
  void declarations_show_what_they_assign() throws Throwable {
    document.type("record Point(int x, int y) {}");
    document.function("int twice(int x) { return 2 * x; }");
    assertEquals(
        List.of("0=5", "1=Point[x=5, y=10]", "3=15", "4=[1, 2]"),
        worker.run(
            document.statements(
                "int a = 5",
                "var p = new Point(a, twice(a))",
                "int[] b",
                "p.x() + p.y()",
                "var list = List.of(1, 2)")));
    assertEquals(List.of("0=3"), worker.run(document.statements("list.get(0) + list.get(1)")));
  }
}
