package dev.colight.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where compiled code asks whether it is to stop: at the entry of each method, and before each jump
 * back.
 *
 * <p>There is no flag to read. The check goes to the target of a call site, which HotSpot takes for
 * a constant: while nothing is to stop it is empty, costs nothing, and is in the way of no
 * optimisation, vectorised loops included. Changing the target throws away the machine code that
 * was made with the old one, and threads that are in it go on in the interpreter, which calls the
 * new one.
 */
public final class StopCheck {
  private static final MethodType NOTHING = MethodType.methodType(void.class);
  private static final MethodHandle GO = MethodHandles.empty(NOTHING);
  private static final MethodHandle STOP = stopMethod();
  private static final MutableCallSite SITE = new MutableCallSite(GO);
  private static final MethodHandle CHECK = SITE.dynamicInvoker();

  /** More than the calls of a handle after which the JVM makes a form of its own for it: 127. */
  private static final int CALLS_UNTIL_CUSTOMISED = 200;

  private static final StackWalker CALLER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** Classes whose initialisers have begun and not ended. */
  private static final Set<Class<?>> INITIALISING = ConcurrentHashMap.newKeySet();

  /** Written under the class's lock, as all below. Whether all threads are to stop. */
  private static volatile boolean all;

  /** A thread that is to stop. */
  private static volatile @Nullable Thread one;

  private StopCheck() {}

  /** Called by compiled code, which needs no catch for what this says that it throws. */
  public static void poll() throws Throwable {
    CHECK.invokeExact();
  }

  /**
   * Has the JVM do now what it does once, at some call: while the document runs, that would make
   * identity hash codes.
   */
  static void warmUp() throws Throwable {
    for (int i = 0; i < CALLS_UNTIL_CUSTOMISED; i++) {
      poll();
    }
  }

  /** Stops all threads at their next check, again and again until {@link #releaseAll()}. */
  static synchronized void stopAll() {
    all = true;
    relink();
  }

  static synchronized void releaseAll() {
    all = false;
    relink();
  }

  /** Stops one thread at its next check, again and again until {@link #releaseOne()}. */
  static synchronized void stopOne(Thread thread) {
    one = thread;
    relink();
  }

  static synchronized void releaseOne() {
    one = null;
    relink();
  }

  /** Called by compiled class initialisers at their beginning. */
  public static void initialising() {
    INITIALISING.add(CALLER.getCallerClass());
  }

  /** Called by compiled class initialisers at their end, unless they throw. */
  public static void initialised() {
    Class<?> type = CALLER.getCallerClass();
    INITIALISING.remove(type);
    IdentityHashes.giveToConstants(type);
  }

  /** Tells whether the initialiser of a class has begun and not come to its end. */
  static boolean isBroken(Class<?> type) {
    return INITIALISING.contains(type);
  }

  /** Forgets all classes: there are others in their place. */
  static void forget() {
    INITIALISING.clear();
  }

  private static void relink() {
    MethodHandle target = all || one != null ? STOP : GO;
    if (SITE.getTarget() != target) {
      SITE.setTarget(target);
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }

  @SuppressWarnings("UnusedMethod") // called through the call site
  private static void stop() {
    if (all || one == Thread.currentThread()) {
      throw new Stopped();
    }
  }

  private static MethodHandle stopMethod() {
    try {
      return MethodHandles.lookup().findStatic(StopCheck.class, "stop", NOTHING);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a class cannot reach its own method", e);
    }
  }
}
