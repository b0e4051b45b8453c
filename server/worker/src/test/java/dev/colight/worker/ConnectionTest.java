package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.display.Forms;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run shows last wakes the server together with the run's end, and is never lost. */
class ConnectionTest {
  private static final FromWorker.Value VALUE =
      new FromWorker.Value(1, false, 0, 0, Map.of(Forms.TEXT, "5"), false, null, null, false);
  private static final FromWorker.Output OUTPUT =
      new FromWorker.Output(1, 0, 0, false, "written", false);
  private static final FromWorker.Done DONE =
      new FromWorker.Done(1, false, List.of(), false, 0, 0, List.of(), 1, 1, null, null);

  private final List<byte[]> writes = new ArrayList<>();
  private final Connection connection =
      new Connection(
          new OutputStream() {
            @Override
            public void write(int one) {
              writes.add(new byte[] {(byte) one});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              writes.add(Arrays.copyOfRange(bytes, offset, offset + length));
            }
          });

  /** Returns what was written in each piece. */
  private List<List<FromWorker>> sent() throws IOException {
    List<List<FromWorker>> sent = new ArrayList<>();
    for (byte[] bytes : writes) {
      List<FromWorker> messages = new ArrayList<>();
      InputStream in = new ByteArrayInputStream(bytes);
      while (in.available() > 0) {
        messages.add(Frames.receiveFromWorker(in, Frames.MAX_LENGTH));
      }
      sent.add(messages);
    }
    return sent;
  }

  @Test
  void what_is_kept_goes_in_one_piece_with_the_end_of_the_run_and_says_so() throws IOException {
    connection.keep(VALUE);
    assertEquals(List.of(), sent());
    connection.send(DONE);
    assertEquals(List.of(List.of(VALUE.asLast(), DONE)), sent());
  }

  @Test
  void what_is_written_meanwhile_takes_it_along_and_it_is_not_the_last() throws IOException {
    connection.keep(VALUE);
    connection.send(OUTPUT);
    connection.send(DONE);
    assertEquals(List.of(List.of(VALUE, OUTPUT), List.of(DONE)), sent());
  }

  @Test
  void it_goes_at_once_where_the_end_takes_long() throws IOException {
    connection.keep(VALUE);
    connection.flush();
    connection.flush();
    connection.send(DONE);
    assertEquals(List.of(List.of(VALUE), List.of(DONE)), sent());
  }
}
