package dev.colight.live;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.FromWorker.Done;
import dev.colight.worker.wire.FromWorker.Kept;
import dev.colight.worker.wire.FromWorker.Thrown;
import dev.colight.worker.wire.FromWorker.TraceFrame;
import dev.colight.worker.wire.Handle;
import dev.colight.worker.wire.ToWorker;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** A process that proves to be the worker that the server started, and then says what it likes. */
public final class HostileWorker {
  private static final int MEBIBYTE = 1 << 20;

  private final DataOutputStream out;
  private final InputStream in;

  private HostileWorker(Socket socket) throws IOException {
    out = new DataOutputStream(socket.getOutputStream());
    in = socket.getInputStream();
  }

  /** What it does once it has been let in. */
  enum Manner {
    GARBAGE,
    FRAME_TOO_LONG,
    HALF_A_FRAME,
    MILLIONS_OF_NOTHINGS,
    NEVER_READS,
    FLOODS_WITH_VALUES,
    FLOODS_WITH_OUTPUT,
    FLOODS_WITH_READY,
    FLOODS_ABOUT_ANOTHER_RUN,
    VALUE_FROM_NOWHERE,
    VALUE_WITHOUT_TEXT,
    TOO_MANY_STATES,
    TOO_FEW_STATES,
    SHARES_WITH_NOBODY,
    ENDLESS_CAUSES,
    TRACE_OF_NO_LINE,
    REFUSES_FOR_WHAT_NOBODY_ASKED,
    DENIED_WHAT_IT_MAY_DO,
    ANSWERS_WHAT_NOBODY_ASKED,
    ENDS_TWICE_WHAT_COMES_NEXT
  }

  /** Begins. The first line of the standard input is as for a worker. */
  public static void main(String[] args) throws Exception {
    BufferedReader stdin =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] words = stdin.readLine().split(" ");
    int port = Integer.parseInt(words[0]);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket stops = new Socket(InetAddress.getLoopbackAddress(), port)) {
      HostileWorker worker = new HostileWorker(socket);
      worker.say(new FromWorker.Hello(words[1]));
      new HostileWorker(stops).say(new FromWorker.Hello(words[1]));
      worker.act(Manner.valueOf(args[0]));
      new CountDownLatch(1).await(); // until somebody kills it
    }
  }

  private void say(FromWorker message) throws IOException {
    Frames.send(out, message);
  }

  private ToWorker.Run awaitRun() throws IOException {
    while (true) {
      if (Frames.receiveToWorker(in) instanceof ToWorker.Run run) {
        return run;
      }
    }
  }

  private ToWorker.Run awaitAhead() throws IOException {
    while (true) {
      if (Frames.receiveToWorker(in) instanceof ToWorker.Ahead ahead) {
        return ahead.run();
      }
    }
  }

  private void act(Manner manner) throws IOException {
    if (manner == Manner.NEVER_READS) {
      return;
    }
    int run = awaitRun().run();
    List<Thrown> none = List.of();
    Kept state = Kept.constant(true, true, "0");
    switch (manner) {
      case GARBAGE -> {
        byte[] bytes = new byte[MEBIBYTE];
        new Random(1).nextBytes(bytes);
        out.write(bytes);
      }
      case FRAME_TOO_LONG -> out.writeInt(Integer.MAX_VALUE);
      case HALF_A_FRAME -> {
        out.writeInt(Frames.MAX_LENGTH);
        out.write(new byte[100]);
      }
      case MILLIONS_OF_NOTHINGS ->
          say(
              end(
                  run,
                  none,
                  0,
                  Collections.nCopies(7 * MEBIBYTE, Kept.constant(false, false, null))));
      case FLOODS_WITH_VALUES -> {
        String text = "x".repeat(MEBIBYTE);
        while (true) {
          say(value(run, 0, Map.of("text/plain", text)));
        }
      }
      case FLOODS_WITH_OUTPUT -> {
        while (true) {
          say(new FromWorker.Output(run, 0, 0, false, "x", false));
        }
      }
      case FLOODS_WITH_READY -> {
        for (int i = 0; i < MEBIBYTE; i++) {
          say(new FromWorker.Ready());
        }
        say(end(run, none, -1, List.of()));
      }
      case FLOODS_ABOUT_ANOTHER_RUN -> {
        while (true) {
          say(value(run + 1, 0, Map.of("text/plain", "x")));
        }
      }
      case VALUE_FROM_NOWHERE -> say(value(run, -1, Map.of("text/plain", "x")));
      case VALUE_WITHOUT_TEXT -> say(value(run, 0, Map.of("text/html", "x")));
      case TOO_MANY_STATES -> say(end(run, none, 0, Collections.nCopies(100, state)));
      case TOO_FEW_STATES -> say(end(run, none, 0, List.of()));
      case SHARES_WITH_NOBODY ->
          say(end(run, none, 0, List.of(new Kept(true, true, null, true, true, List.of(-7, 99)))));
      case ENDLESS_CAUSES ->
          say(
              end(
                  run,
                  Collections.nCopies(100_000, new Thrown("X", "x", List.of())),
                  0,
                  List.of(state)));
      case TRACE_OF_NO_LINE -> {
        TraceFrame frame = new TraceFrame("S" + "0".repeat(32), "s0", "", Integer.MAX_VALUE);
        say(end(run, List.of(new Thrown("", null, List.of(frame))), Integer.MAX_VALUE, List.of()));
      }
      case REFUSES_FOR_WHAT_NOBODY_ASKED ->
          say(new FromWorker.Refused(run, List.of(new Handle("a", "b")), false));
      case DENIED_WHAT_IT_MAY_DO ->
          say(
              new Done(
                  run,
                  true,
                  none,
                  false,
                  0,
                  Integer.MAX_VALUE,
                  List.of(state),
                  1,
                  0,
                  null,
                  new FromWorker.Denied("writes files", "x", List.of())));
      case ANSWERS_WHAT_NOBODY_ASKED -> {
        for (int i = 0; i < 1_000; i++) {
          say(new FromWorker.Expanded(i, null, List.of(), -1));
        }
        say(end(run, none, -1, List.of()));
      }
      case ENDS_TWICE_WHAT_COMES_NEXT -> {
        say(end(run, none, 0, List.of()));
        run = awaitRun().run();
        int next = awaitAhead().run();
        say(end(next, none, 0, List.of(state)));
        say(end(next, none, 0, List.of(state)));
        say(end(run, none, 0, List.of(state)));
      }
      case NEVER_READS -> throw new AssertionError();
    }
    out.flush();
  }

  private static FromWorker.Value value(int run, int segment, Map<String, String> mime) {
    return new FromWorker.Value(run, false, segment, 0, mime, false, null, null, false);
  }

  private static Done end(int run, List<Thrown> thrown, int segment, List<Kept> kept) {
    return new Done(run, false, thrown, false, segment, 0, kept, 1, 0, null, null);
  }
}
