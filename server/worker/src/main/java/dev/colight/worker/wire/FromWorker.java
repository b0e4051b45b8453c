package dev.colight.worker.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker tells its server. */
public sealed interface FromWorker extends Message {
  /** Opens the connection: proves that this is the process that the server started. */
  record Hello(String secret) implements FromWorker {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public void write(FrameWriter out) {
      out.text(secret);
    }
  }

  /**
   * The value of a statement, or what it displayed.
   *
   * @param display whether it was displayed
   * @param mime payloads by MIME type; {@code text/plain} always
   * @param truncated whether a payload was cut
   * @param expandable reference by which there is more of it, or null
   * @param id of a display that later ones of the same id take the place of, or null
   * @param last whether the end of the run comes with it
   */
  record Value(
      int run,
      boolean display,
      int segment,
      int statement,
      Map<String, String> mime,
      boolean truncated,
      @Nullable String expandable,
      @Nullable String id,
      boolean last)
      implements FromWorker {
    /** Returns this as what the end of the run comes with. */
    public Value asLast() {
      return new Value(run, display, segment, statement, mime, truncated, expandable, id, true);
    }

    @Override
    public int type() {
      return 2;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
      out.flag(display);
      out.i32(segment);
      out.i32(statement);
      out.map(mime);
      out.flag(truncated);
      out.optionalText(expandable);
      out.optionalText(id);
      out.flag(last);
    }

    private static Value read(FrameReader in) throws ProtocolException {
      return new Value(
          in.i32(),
          in.flag(),
          in.i32(),
          in.i32(),
          in.map(),
          in.flag(),
          in.optionalText(),
          in.optionalText(),
          in.flag());
    }
  }

  /**
   * Answers {@link ToWorker.Expand}.
   *
   * @param problem why there is nothing, or null
   * @param total how many children there are
   */
  record Expanded(int request, @Nullable String problem, List<Child> children, long total)
      implements FromWorker {
    /** What is said of a value that nobody has any more. */
    public static final String GONE =
        "the value is not there any more; run the block again to look into it";

    @Override
    public int type() {
      return 8;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(request);
      out.optionalText(problem);
      out.list(children, c -> c.write(out));
      out.i64(total);
    }

    private static Expanded read(FrameReader in) throws ProtocolException {
      return new Expanded(in.i32(), in.optionalText(), in.list(() -> Child.read(in)), in.i64());
    }
  }

  /**
   * A part of a value.
   *
   * @param expandable reference by which it has parts of its own, or null
   */
  record Child(
      @Nullable String label,
      @Nullable String type,
      Map<String, String> mime,
      @Nullable String expandable) {
    private void write(FrameWriter out) {
      out.optionalText(label);
      out.optionalText(type);
      out.map(mime);
      out.optionalText(expandable);
    }

    private static Child read(FrameReader in) throws ProtocolException {
      return new Child(in.optionalText(), in.optionalText(), in.map(), in.optionalText());
    }
  }

  /**
   * Something written.
   *
   * @param error stderr instead of stdout
   * @param truncated whether this is the last of it, because the run wrote too much
   */
  record Output(int run, int segment, int statement, boolean error, String text, boolean truncated)
      implements FromWorker {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
      out.i32(segment);
      out.i32(statement);
      out.flag(error);
      out.text(text);
      out.flag(truncated);
    }

    private static Output read(FrameReader in) throws ProtocolException {
      return new Output(in.i32(), in.i32(), in.i32(), in.flag(), in.text(), in.flag());
    }
  }

  /**
   * The end of a run.
   *
   * @param thrown outermost exception first, then its causes; empty where it ran to its end
   * @param returned whether it returned from the program
   * @param segment index of the segment that it ended in
   * @param statement the statement of that segment that ran last
   * @param kept one for each storage and each static state to report on, in that order
   * @param tainted why this worker must not be used again, or null
   * @param denied what it was not let do to the outside world, or null; it was stopped there
   */
  record Done(
      int run,
      boolean cancelled,
      List<Thrown> thrown,
      boolean returned,
      int segment,
      int statement,
      List<Kept> kept,
      long nanos,
      int definedClasses,
      @Nullable String tainted,
      @Nullable Denied denied)
      implements FromWorker {
    @Override
    public int type() {
      return 4;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
      out.flag(cancelled);
      out.list(thrown, t -> t.write(out));
      out.flag(returned);
      out.i32(segment);
      out.i32(statement);
      out.list(kept, k -> k.write(out));
      out.i64(nanos);
      out.i32(definedClasses);
      out.optionalText(tainted);
      out.flag(denied != null);
      if (denied != null) {
        denied.write(out);
      }
    }

    private static Done read(FrameReader in) throws ProtocolException {
      return new Done(
          in.i32(),
          in.flag(),
          in.list(() -> Thrown.read(in)),
          in.flag(),
          in.i32(),
          in.i32(),
          in.list(() -> Kept.read(in)),
          in.i64(),
          in.i32(),
          in.optionalText(),
          in.flag() ? Denied.read(in) : null);
    }
  }

  /**
   * Something that a run was not let do.
   *
   * @param does what it is, in the words of the rules
   * @param call by which it would have done it, as people write it
   * @param trace where that stands, innermost frame first
   */
  record Denied(String does, String call, List<TraceFrame> trace) {
    private void write(FrameWriter out) {
      out.text(does);
      out.text(call);
      out.list(trace, f -> f.write(out));
    }

    private static Denied read(FrameReader in) throws ProtocolException {
      return new Denied(in.text(), in.text(), in.list(() -> TraceFrame.read(in)));
    }
  }

  /** Says that the program is ending the process in an orderly way: {@code System.exit}. */
  record Exiting() implements FromWorker {
    @Override
    public int type() {
      return 5;
    }

    @Override
    public void write(FrameWriter out) {}
  }

  /** Says that a run that is sent from here on begins at once. */
  record Ready() implements FromWorker {
    @Override
    public int type() {
      return 6;
    }

    @Override
    public void write(FrameWriter out) {}
  }

  /**
   * Says that a run was not begun.
   *
   * @param gone values that it needs and that are not there
   * @param renew whether it needs classes that are in use as if nobody had used them
   */
  record Refused(int run, List<Handle> gone, boolean renew) implements FromWorker {
    @Override
    public int type() {
      return 7;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
      out.list(gone, h -> h.write(out));
      out.flag(renew);
    }

    private static Refused read(FrameReader in) throws ProtocolException {
      return new Refused(in.i32(), in.list(() -> Handle.read(in)), in.flag());
    }
  }

  /**
   * Says that a run that was sent ahead was not begun: the one before has not ended as expected.
   */
  record Skipped(int run) implements FromWorker {
    @Override
    public int type() {
      return 11;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
    }
  }

  /** Tells people something that is no matter of the run under way. */
  record Note(String text) implements FromWorker {
    @Override
    public int type() {
      return 9;
    }

    @Override
    public void write(FrameWriter out) {
      out.text(text);
    }
  }

  /** Says that the program has started a process, before it can do anything with it. */
  record Started(long pid) implements FromWorker {
    @Override
    public int type() {
      return 10;
    }

    @Override
    public void write(FrameWriter out) {
      out.i64(pid);
    }
  }

  /** Reads the body of a message. */
  static FromWorker read(int type, FrameReader in) throws ProtocolException {
    return switch (type) {
      case 1 -> new Hello(in.text());
      case 2 -> Value.read(in);
      case 3 -> Output.read(in);
      case 4 -> Done.read(in);
      case 5 -> new Exiting();
      case 6 -> new Ready();
      case 7 -> Refused.read(in);
      case 8 -> Expanded.read(in);
      case 9 -> new Note(in.text());
      case 10 -> new Started(in.i64());
      case 11 -> new Skipped(in.i32());
      default -> throw new ProtocolException("a message of type " + type + " from a worker");
    };
  }

  /**
   * An exception.
   *
   * @param type binary name of its class
   * @param trace innermost frame first
   */
  record Thrown(String type, @Nullable String message, List<TraceFrame> trace) {
    private void write(FrameWriter out) {
      out.text(type);
      out.optionalText(message);
      out.list(trace, f -> f.write(out));
    }

    private static Thrown read(FrameReader in) throws ProtocolException {
      return new Thrown(in.text(), in.optionalText(), in.list(() -> TraceFrame.read(in)));
    }
  }

  /**
   * A frame of a stack trace; or a note that frames were left out, with the note as {@code method}
   * and an empty class name.
   *
   * @param line line of the class file, or a negative number
   */
  record TraceFrame(String className, String method, @Nullable String file, int line) {
    private void write(FrameWriter out) {
      out.text(className);
      out.text(method);
      out.optionalText(file);
      out.i32(line);
    }

    private static TraceFrame read(FrameReader in) throws ProtocolException {
      return new TraceFrame(in.text(), in.text(), in.optionalText(), in.i32());
    }
  }

  /**
   * The state of a storage; see {@code KernelEvent.Kept}.
   *
   * @param shares places in the list of others that share something with it
   */
  record Kept(
      boolean defined,
      boolean changed,
      @Nullable String digest,
      boolean mutable,
      boolean code,
      List<Integer> shares) {
    /** A state in which nothing can be changed, and that shares nothing. */
    public static Kept constant(boolean defined, boolean changed, @Nullable String digest) {
      return new Kept(defined, changed, digest, false, false, List.of());
    }

    private void write(FrameWriter out) {
      out.flag(defined);
      out.flag(changed);
      out.optionalText(digest);
      out.flag(mutable);
      out.flag(code);
      out.list(shares, out::i32);
    }

    private static Kept read(FrameReader in) throws ProtocolException {
      return new Kept(
          in.flag(), in.flag(), in.optionalText(), in.flag(), in.flag(), in.list(in::i32));
    }
  }
}
