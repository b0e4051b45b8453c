package dev.colight.worker;

import java.lang.StackWalker.StackFrame;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second line behind the analysis of effects: asked by the JDK's own code before it touches the
 * outside world, whatever has led there, it denies that to runs which nobody has asked for.
 *
 * <p>A thread may do what the run may that made it. Code of the run under way may do what that may,
 * whatever thread it is on, and so may the threads of the common pool if that was idle as the run
 * began; if not, nobody knows for whom they do it.
 */
public final class Guard implements BiConsumer<String, @Nullable Object> {
  /** Name of the class that the JVM calls with the agent. */
  public static final String AGENT = Agent.class.getName();

  /** Where the agent's jar has what goes into the JDK. */
  public static final String FOLDER = "guard/";

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** How far up the stack it is looked for who did it. */
  private static final int MAX_FRAMES = 400;

  /** Of how much that was denied to code of earlier runs people are told. */
  private static final int MAX_NOTES = 20;

  /** How long the common pool's threads may take to notice that nothing is left to do. */
  private static final int SHORT_MILLIS = 20;

  /** The same where a run may do what they would be refused. */
  private static final int LONG_MILLIS = 500;

  /** Name of the group of threads that the JDK makes for itself. */
  private static final String INNOCUOUS = "InnocuousThreadGroup";

  /** Whether the process ends. */
  private static volatile boolean over;

  private final Cancellation cancellation;
  private final Consumer<String> people;
  private final LongConsumer keeper;
  private final CommonPool pool = new CommonPool();
  private final Set<String> noted = ConcurrentHashMap.newKeySet();

  /** By a number that is less than those of the threads that a run makes: whether it is free. */
  private final NavigableMap<Long, Boolean> runs = new ConcurrentSkipListMap<>();

  /** The run under way, or null. */
  private volatile @Nullable Current current;

  /**
   * A run.
   *
   * @param free whether it may touch the outside world
   * @param alone whether nothing of earlier runs was left in the common pool
   * @param code classes of its statements, and of what these call
   * @param denied what it was denied first: a thread of its own may come to that after its end
   */
  private record Current(
      int run,
      boolean free,
      long firstThread,
      boolean alone,
      Supplier<List<String>> code,
      AtomicReference<DeniedEffect> denied) {
    boolean has(StackFrame frame) {
      String name = frame.getClassName();
      return code.get().stream()
          .anyMatch(c -> name.equals(c) || (name.startsWith(c) && name.charAt(c.length()) == '$'));
    }
  }

  /** Lets everything be done: the process ends, and may have no memory to find out who asks. */
  static void letGo() {
    over = true;
  }

  /**
   * Creates a guard.
   *
   * @param people are told what is denied to code whose run has ended: no result says so
   * @param keeper is told which processes the program has started, by their numbers
   */
  Guard(Cancellation cancellation, Consumer<String> people, LongConsumer keeper) {
    this.cancellation = cancellation;
    this.people = people;
    this.keeper = keeper;
  }

  /**
   * Notes that a run begins.
   *
   * @param code gives the names of its classes, at any time
   */
  void begin(int run, boolean free, Supplier<List<String>> code) {
    long first = cancellation.firstThread();
    Map.Entry<Long, Boolean> last = runs.lastEntry();
    if (last == null || last.getValue() != free) {
      runs.put(first, free);
    }
    boolean alone = pool.awaitIdle(free ? LONG_MILLIS : SHORT_MILLIS);
    current = new Current(run, free, first, alone, code, new AtomicReference<>());
  }

  /** Notes that the run has ended; returns what it was denied, or null. */
  @Nullable DeniedEffect end() {
    Current ended = current;
    current = null;
    return ended == null ? null : ended.denied.get();
  }

  /**
   * Lets something be done, or throws.
   *
   * @param does what is done, in words
   * @param argument a number that is 0 where nothing is done; or a class, where it is only looked
   *     at if the document's own does it; or, as a long, the process that it was let start; or the
   *     host that is asked for, which is free if it is this one; or null
   */
  @Override
  public void accept(String does, @Nullable Object argument) {
    if (over || (argument instanceof Integer bits && bits == 0)) {
      return;
    } else if (argument instanceof Long process) {
      keeper.accept(process);
      return;
    } else if (argument instanceof Class<?> type && !isOfDocument(type)) {
      return;
    } else if (argument instanceof InetAddress host && host.isLoopbackAddress()) {
      return;
    }
    Current now = current;
    Thread thread = Thread.currentThread();
    boolean shared = CommonPool.has(thread);
    Map.Entry<Long, Boolean> maker =
        shared || isHelper(thread) ? null : runs.floorEntry(thread.getId());
    boolean freeMaker = maker != null && maker.getValue();
    if (now == null) {
      deny(null, does, freeMaker, null);
    } else if (belongs(thread, shared, maker == null, now)) {
      deny(now, does, now.free(), null);
    } else {
      List<StackFrame> stack = WALKER.walk(Guard::below);
      boolean own = stack.stream().anyMatch(now::has);
      deny(own ? now : null, does, own ? now.free() : freeMaker, stack);
    }
  }

  /** Throws unless it may be done; that is noted where it is a matter of the run under way. */
  private void deny(
      @Nullable Current run, String does, boolean free, @Nullable List<StackFrame> known) {
    if (free) {
      return;
    }
    List<StackFrame> stack = known == null ? WALKER.walk(Guard::below) : known;
    if (OwnBusiness.is(does, stack)) {
      return;
    }
    DeniedEffect error = new DeniedEffect(does, Called.name(stack), breaksClass(stack));
    if (run == null) {
      note(does + ": " + error.call());
    } else if (run.denied.compareAndSet(null, error)) {
      cancellation.request(run.run());
    }
    throw error;
  }

  private void note(String what) {
    if (noted.size() < MAX_NOTES && noted.add(what)) {
      people.accept(
          what + " was refused: the block that led to it had ended, and nobody had asked for that");
    }
  }

  private static List<StackFrame> below(Stream<StackFrame> frames) {
    return frames
        .dropWhile(frame -> frame.getDeclaringClass() == Guard.class)
        .skip(1) // the class that woven code asks
        .limit(MAX_FRAMES)
        .collect(Collectors.toList());
  }

  /** Tells whether all that a thread does is done for the run under way. */
  private static boolean belongs(Thread thread, boolean shared, boolean unmade, Current now) {
    if (shared) {
      return now.alone();
    }
    return unmade ? !isOfJdk(thread) : thread.getId() > now.firstThread();
  }

  private static boolean isHelper(Thread thread) {
    return thread.getName().equals(Helper.NAME);
  }

  /** Tells whether it is the JDK's own, such as the one that finalizes what nobody uses. */
  private static boolean isOfJdk(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null && (group.getParent() == null || group.getName().equals(INNOCUOUS));
  }

  private static boolean breaksClass(List<StackFrame> stack) {
    return stack.stream()
        .anyMatch(
            frame ->
                frame.getMethodName().equals("<clinit>")
                    && !isOfDocument(frame.getDeclaringClass()));
  }

  private static boolean isOfDocument(Class<?> type) {
    return type.getClassLoader() instanceof GeneratedLoader;
  }
}
