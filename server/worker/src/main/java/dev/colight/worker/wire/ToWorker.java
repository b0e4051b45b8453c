package dev.colight.worker.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server tells a worker. All classes go by their binary names. */
public sealed interface ToWorker extends Message {
  /** Hands over class files; they are defined when they are first needed. */
  record Define(List<ClassFile> classes) implements ToWorker {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public void write(FrameWriter out) {
      out.list(classes, c -> c.write(out));
    }
  }

  /**
   * Runs statements. Links and storages are given as differences to what the worker has already.
   *
   * @param run number of the run
   * @param key key under which kept values are kept
   * @param segments statements, run in order until one throws
   * @param links function interfaces that are to go to another body
   * @param code classes of the functions and types that it may call
   * @param sets storages that are to hold kept values
   * @param resets storages that are to hold their type's default
   * @param kept storages to report on; what has changed is kept
   * @param statics code with static state of its own to report on, too
   * @param inputs names of inputs that somebody has moved, and what each stands at
   * @param limits bounds of what is sent back
   * @param free whether it may touch the outside world: somebody has asked for it
   * @param inProgram whether it ends a program if it throws or returns
   * @param isLast whether it ends a program in any case
   */
  record Run(
      int run,
      String key,
      List<Segment> segments,
      List<Link> links,
      List<String> code,
      List<Assign> sets,
      List<Storage> resets,
      List<Keep> kept,
      List<StaticState> statics,
      Map<String, String> inputs,
      Limits limits,
      boolean free,
      boolean inProgram,
      boolean isLast)
      implements ToWorker {
    private static final int FREE = 1;
    private static final int IN_PROGRAM = 2;
    private static final int IS_LAST = 4;

    /** Digits of a key that tell the runs of a document apart. */
    private static final int NAME_DIGITS = 16;

    /** Returns the seed of what is drawn by lot for this run, but not by its statements. */
    public long seed() {
      long seed = 0;
      for (Segment segment : segments) {
        seed = seed * 31 + segment.seed;
      }
      return seed;
    }

    /** Returns as much of the key as names what the run shows. */
    public String name() {
      return name(key);
    }

    /** Returns as much of a run's key as names what it shows. */
    public static String name(String key) {
      return key.substring(0, Math.min(NAME_DIGITS, key.length()));
    }

    @Override
    public int type() {
      return 2;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
      out.text(key);
      out.list(segments, s -> s.write(out));
      out.list(links, l -> l.write(out));
      out.list(code, out::text);
      out.list(sets, a -> a.write(out));
      out.list(resets, s -> s.write(out));
      out.list(kept, k -> k.write(out));
      out.list(statics, s -> s.write(out));
      out.map(inputs);
      limits.write(out);
      out.u8((free ? FREE : 0) | (inProgram ? IN_PROGRAM : 0) | (isLast ? IS_LAST : 0));
    }

    private static Run read(FrameReader in) throws ProtocolException {
      int run = in.i32();
      String key = in.text();
      List<Segment> segments = in.list(() -> Segment.read(in));
      List<Link> links = in.list(() -> Link.read(in));
      List<String> code = in.list(in::text);
      List<Assign> sets = in.list(() -> Assign.read(in));
      List<Storage> resets = in.list(() -> Storage.read(in));
      List<Keep> kept = in.list(() -> Keep.read(in));
      List<StaticState> statics = in.list(() -> StaticState.read(in));
      Map<String, String> inputs = in.map();
      Limits limits = Limits.read(in);
      int flags = in.u8();
      if (flags >= 2 * IS_LAST) {
        throw new ProtocolException("flags that there are not: " + flags);
      }
      return new Run(
          run,
          key,
          segments,
          links,
          code,
          sets,
          resets,
          kept,
          statics,
          inputs,
          limits,
          (flags & FREE) != 0,
          (flags & IN_PROGRAM) != 0,
          (flags & IS_LAST) != 0);
    }
  }

  /**
   * Runs statements as soon as the run before has ended, if that has run to its end, what it
   * declares is immutable and holds no code, and it has changed nothing else; or says that it did
   * not ({@link FromWorker.Skipped}).
   *
   * @param after number of the run before
   * @param unless what that would have to declare for this to be of no use; empty where it is in
   *     any case
   * @param run what is to run then: it may get at nothing that can be changed
   */
  record Ahead(int after, List<Unless> unless, Run run) implements ToWorker {
    @Override
    public int type() {
      return 7;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(after);
      out.list(unless, u -> u.write(out));
      run.write(out);
    }

    private static Ahead read(FrameReader in) throws ProtocolException {
      Ahead ahead = new Ahead(in.i32(), in.list(() -> Unless.read(in)), Run.read(in));
      if (ahead.unless.stream().anyMatch(u -> u.place < 0)) {
        throw new ProtocolException("a place out of range: " + ahead.unless);
      }
      return ahead;
    }
  }

  /**
   * A kept value that a run may declare anew.
   *
   * @param place of its storage in what that run reports on
   */
  record Unless(int place, Handle value) {
    private void write(FrameWriter out) {
      out.i32(place);
      value.write(out);
    }

    private static Unless read(FrameReader in) throws ProtocolException {
      return new Unless(in.i32(), Handle.read(in));
    }
  }

  /** Drops kept values. */
  record Forget(List<Handle> values) implements ToWorker {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public void write(FrameWriter out) {
      out.list(values, h -> h.write(out));
    }
  }

  /** Asks a run to stop; one that has ended is left alone. */
  record Interrupt(int run) implements ToWorker {
    @Override
    public int type() {
      return 4;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(run);
    }
  }

  /** Begins anew: no class is initialised, nothing is kept. */
  record Renew() implements ToWorker {
    @Override
    public int type() {
      return 5;
    }

    @Override
    public void write(FrameWriter out) {}
  }

  /**
   * Asks for parts of a value that was shown.
   *
   * @param request number of this question
   * @param reference what was said to be expandable
   * @param offset the first of them
   * @param limit how many at most
   */
  record Expand(int request, String reference, int offset, int limit) implements ToWorker {
    @Override
    public int type() {
      return 6;
    }

    @Override
    public void write(FrameWriter out) {
      out.i32(request);
      out.text(reference);
      out.i32(offset);
      out.i32(limit);
    }

    private static Expand read(FrameReader in) throws ProtocolException {
      Expand expand = new Expand(in.i32(), in.text(), in.i32(), in.i32());
      if (expand.offset < 0 || expand.limit < 0) {
        throw new ProtocolException("parts out of range: " + expand);
      }
      return expand;
    }
  }

  /** Reads the body of a message. */
  static ToWorker read(int type, FrameReader in) throws ProtocolException {
    return switch (type) {
      case 1 -> new Define(in.list(() -> ClassFile.read(in)));
      case 2 -> Run.read(in);
      case 3 -> new Forget(in.list(() -> Handle.read(in)));
      case 4 -> new Interrupt(in.i32());
      case 5 -> new Renew();
      case 6 -> Expand.read(in);
      case 7 -> Ahead.read(in);
      default -> throw new ProtocolException("a message of type " + type + " to a worker");
    };
  }

  /** A class file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
  record ClassFile(String name, byte[] bytes) {
    private void write(FrameWriter out) {
      out.text(name);
      out.bytes(bytes);
    }

    private static ClassFile read(FrameReader in) throws ProtocolException {
      return new ClassFile(in.text(), in.bytes());
    }
  }

  /**
   * A class with methods {@code s0} to {@code s<statements - 1>}.
   *
   * @param seed of what is drawn by lot while it runs
   * @param links what is bound anew before it runs
   */
  record Segment(String className, int seed, int statements, List<Link> links) {
    private void write(FrameWriter out) {
      out.text(className);
      out.i32(seed);
      out.i32(statements);
      out.list(links, link -> link.write(out));
    }

    private static Segment read(FrameReader in) throws ProtocolException {
      Segment segment = new Segment(in.text(), in.i32(), in.i32(), in.list(() -> Link.read(in)));
      if (segment.statements < 0) {
        throw new ProtocolException(segment.statements + " statements");
      }
      return segment;
    }
  }

  /**
   * The static fields of the classes of a unit.
   *
   * @param unit class name of the unit
   * @param classes those of its classes that have static fields
   * @param simple whether initialising them can be seen by nobody, so that it can be done early
   * @param value what they must hold, or null for what they hold before anybody uses them
   */
  record StaticState(String unit, List<String> classes, boolean simple, @Nullable Handle value) {
    private void write(FrameWriter out) {
      out.text(unit);
      out.list(classes, out::text);
      out.flag(simple);
      out.flag(value != null);
      if (value != null) {
        value.write(out);
      }
    }

    private static StaticState read(FrameReader in) throws ProtocolException {
      return new StaticState(
          in.text(), in.list(in::text), in.flag(), in.flag() ? Handle.read(in) : null);
    }
  }

  /** Binds a function interface, named by its key, to a method of a body class. */
  record Link(String interfaceKey, String bodyClass, String method) {
    private void write(FrameWriter out) {
      out.text(interfaceKey);
      out.text(bodyClass);
      out.text(method);
    }

    private static Link read(FrameReader in) throws ProtocolException {
      return new Link(in.text(), in.text(), in.text());
    }
  }

  /** A static field of a class. */
  record Storage(String className, String field) {
    private void write(FrameWriter out) {
      out.text(className);
      out.text(field);
    }

    private static Storage read(FrameReader in) throws ProtocolException {
      return new Storage(in.text(), in.text());
    }
  }

  /** Sets a storage to a kept value. */
  record Assign(Storage storage, Handle value) {
    private void write(FrameWriter out) {
      storage.write(out);
      value.write(out);
    }

    private static Assign read(FrameReader in) throws ProtocolException {
      return new Assign(Storage.read(in), Handle.read(in));
    }
  }

  /**
   * Keeps what a storage holds after the run.
   *
   * @param defined whether it is defined when the run begins
   * @param segment where it is declared, or -1
   * @param statement statement of that segment which declares it, or -1
   */
  record Keep(Storage storage, boolean defined, int segment, int statement) {
    private void write(FrameWriter out) {
      storage.write(out);
      out.flag(defined);
      out.i32(segment);
      out.i32(statement);
    }

    private static Keep read(FrameReader in) throws ProtocolException {
      return new Keep(Storage.read(in), in.flag(), in.i32(), in.i32());
    }
  }

  /**
   * Bounds of what a run sends, and of the time that others' code takes.
   *
   * @param textLength characters of a value's text
   * @param outputBytes bytes of stdout and stderr together
   * @param renderMillis time that a value's {@code toString} may take
   * @param stopMillis time that code has to come to its end once it is told to
   */
  record Limits(int textLength, int outputBytes, int renderMillis, int stopMillis) {
    /** What is right for a document in an editor. */
    public static final Limits DEFAULT = new Limits(16 << 10, 16 << 20, 1000, 100);

    /** Returns the same with so many times as long for everything. */
    public Limits patient(int times) {
      return new Limits(textLength, outputBytes, times * renderMillis, times * stopMillis);
    }

    private void write(FrameWriter out) {
      out.i32(textLength);
      out.i32(outputBytes);
      out.i32(renderMillis);
      out.i32(stopMillis);
    }

    private static Limits read(FrameReader in) throws ProtocolException {
      Limits limits = new Limits(in.i32(), in.i32(), in.i32(), in.i32());
      if (limits.textLength < 1
          || limits.outputBytes < 0
          || limits.renderMillis < 1
          || limits.stopMillis < 1) {
        throw new ProtocolException("limits out of range: " + limits);
      }
      return limits;
    }
  }
}
