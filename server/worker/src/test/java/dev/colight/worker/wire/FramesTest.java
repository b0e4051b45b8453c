package dev.colight.worker.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames survive the wire, and nothing else does. */
class FramesTest {
  private static final ToWorker.Storage STORAGE = new ToWorker.Storage("colight.Vx", "x");
  private static final ToWorker.Run RUN =
      new ToWorker.Run(
          7,
          "key",
          List.of(
              new ToWorker.Segment(
                  "colight.B1", -5, 3, List.of(new ToWorker.Link("i2", "colight.B2", "b")))),
          List.of(new ToWorker.Link("f", "colight.M1", "do$f")),
          List.of("colight.M1", "colight.T1"),
          List.of(new ToWorker.Assign(STORAGE, new Handle("r", "s"))),
          List.of(STORAGE),
          List.of(new ToWorker.Keep(STORAGE, true, -1, -1)),
          List.of(
              new ToWorker.StaticState("U", List.of("U$A"), true, null),
              new ToWorker.StaticState("V", List.of(), false, new Handle("r", "V"))),
          Map.of("speed", "0.5", "colour", ""),
          ToWorker.Limits.DEFAULT,
          true,
          false,
          true);

  static Stream<Message> messages() {
    return Stream.of(
        RUN,
        new ToWorker.Ahead(7, List.of(new ToWorker.Unless(0, new Handle("r", "s"))), RUN),
        new ToWorker.Forget(List.of(new Handle("a", "b"))),
        new ToWorker.Interrupt(-1),
        new ToWorker.Renew(),
        new ToWorker.Expand(7, "key:1/2", 100, 50),
        new FromWorker.Hello("secret"),
        new FromWorker.Value(
            1, false, 2, 3, Map.of("text/plain", "ä😀\n"), true, "key:1", null, true),
        new FromWorker.Value(
            1, true, 2, 3, Map.of("text/plain", "", "text/html", "<p>"), false, null, "d1", false),
        new FromWorker.Expanded(
            7,
            null,
            List.of(
                new FromWorker.Child("0", "Point", Map.of("text/plain", "x"), "key:1/0"),
                new FromWorker.Child(null, null, Map.of(), null)),
            1L << 40),
        new FromWorker.Expanded(8, "gone", List.of(), 0),
        new FromWorker.Output(1, 2, 3, true, "x".repeat(100_000), false),
        new FromWorker.Done(
            1,
            true,
            List.of(
                new FromWorker.Thrown(
                    "E", null, List.of(new FromWorker.TraceFrame("C", "m", null, -2)))),
            true,
            1,
            2,
            List.of(
                FromWorker.Kept.constant(true, false, "digest"),
                new FromWorker.Kept(true, true, null, true, true, List.of(0))),
            Long.MAX_VALUE,
            9,
            null,
            new FromWorker.Denied(
                "writes files",
                "Files.delete",
                List.of(new FromWorker.TraceFrame("C", "m", "C.java", 3)))),
        new FromWorker.Exiting(),
        new FromWorker.Refused(3, List.of(new Handle("a", "b")), true),
        new FromWorker.Skipped(5),
        new FromWorker.Note("a note"),
        new FromWorker.Started(4_000_000_000L),
        new FromWorker.Ready());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_arrives_as_it_was_sent(Message message) throws IOException {
    assertEquals(message, receive(message, Frames.encode(message)));
  }

  @Test
  void class_files_arrive_as_they_were_sent() throws IOException {
    byte[] bytes = {1, 2, 3};
    Message sent = new ToWorker.Define(List.of(new ToWorker.ClassFile("C", bytes)));
    ToWorker.Define define =
        assertInstanceOf(ToWorker.Define.class, receive(sent, Frames.encode(sent)));
    assertEquals("C", define.classes().get(0).name());
    assertArrayEquals(bytes, define.classes().get(0).bytes());
  }

  @Test
  void several_messages_follow_each_other() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.send(out, new ToWorker.Interrupt(1));
    Frames.send(out, new ToWorker.Interrupt(2));
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(new ToWorker.Interrupt(1), Frames.receiveToWorker(in));
    assertEquals(new ToWorker.Interrupt(2), Frames.receiveToWorker(in));
    assertThrows(EOFException.class, () -> Frames.receiveToWorker(in));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void every_prefix_of_a_frame_is_refused(Message message) {
    byte[] frame = Frames.encode(message);
    int step = Math.max(1, frame.length / 500);
    for (int length = 0; length < frame.length; length += step) {
      byte[] prefix = Arrays.copyOf(frame, length);
      assertThrows(EOFException.class, () -> receive(message, prefix));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_frame_of_garbage_is_refused_or_read_but_never_trusted(Message message) {
    byte[] frame = Frames.encode(message);
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = frame.clone();
      int flips = 1 + random.nextInt(4);
      for (int flip = 0; flip < flips; flip++) {
        broken[4 + random.nextInt(Math.min(broken.length - 4, 200))] = (byte) random.nextInt();
      }
      assertTrue(isReadOrRefused(message, broken), () -> "seed 42: " + Arrays.toString(broken));
    }
  }

  @Test
  void lengths_out_of_bounds_are_refused() {
    for (int length : new int[] {Integer.MIN_VALUE, -1, 0, 1, Frames.MAX_LENGTH + 1}) {
      byte[] bytes = {
        (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length, 1, 4
      };
      assertThrows(
          ProtocolException.class, () -> Frames.receiveToWorker(new ByteArrayInputStream(bytes)));
    }
  }

  @Test
  void a_list_longer_than_its_frame_is_refused() {
    FrameWriter writer = new FrameWriter();
    writer.u8(Frames.VERSION);
    writer.u8(3);
    writer.i32(1 << 30);
    byte[] frame = writer.frame();
    assertThrows(
        ProtocolException.class, () -> Frames.receiveToWorker(new ByteArrayInputStream(frame)));
  }

  @Test
  void another_version_is_refused() {
    byte[] frame = Frames.encode(new ToWorker.Interrupt(1));
    frame[4] = 2;
    assertThrows(
        ProtocolException.class, () -> Frames.receiveToWorker(new ByteArrayInputStream(frame)));
  }

  @Test
  void a_frame_with_something_left_over_is_refused() {
    FrameWriter writer = new FrameWriter();
    writer.u8(Frames.VERSION);
    writer.u8(4);
    writer.i64(1);
    byte[] frame = writer.frame();
    assertThrows(
        ProtocolException.class, () -> Frames.receiveToWorker(new ByteArrayInputStream(frame)));
  }

  private static boolean isReadOrRefused(Message like, byte[] frame) {
    try {
      return receive(like, frame) != null;
    } catch (IOException e) {
      return e instanceof ProtocolException;
    }
  }

  private static Message receive(Message like, byte[] frame) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(frame);
    return like instanceof ToWorker
        ? Frames.receiveToWorker(in)
        : Frames.receiveFromWorker(in, Frames.MAX_LENGTH);
  }
}
