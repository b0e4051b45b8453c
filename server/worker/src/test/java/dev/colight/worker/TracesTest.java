package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.worker.wire.FromWorker.TraceFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
  @Test
  void the_classes_of_lambdas_are_not_shown_to_people() {
    Throwable thrown = new OutOfMemoryError("Java heap space");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("Basket", "add", "Basket.java", 3),
          new StackTraceElement("Basket$$Lambda/0x00007fae1d091c48", "accept", null, -1),
          new StackTraceElement("Basket$$Lambda$106/0x00007fae1d091c48", "accept", null, -1),
          new StackTraceElement("java.util.Optional", "ifPresent", "Optional.java", 178)
        });

    assertEquals(
        List.of("Basket.add", "java.util.Optional.ifPresent"),
        Traces.of(thrown).get(0).trace().stream().map(TracesTest::named).toList());
  }

  private static String named(TraceFrame frame) {
    return frame.className() + "." + frame.method();
  }
}
