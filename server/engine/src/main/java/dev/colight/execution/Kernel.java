package dev.colight.execution;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * Runs compiled code, one run after the other, in a place of its own that user code cannot leave.
 * All methods return at once; what happens is told to the listener, on a thread of the kernel's.
 */
public interface Kernel extends AutoCloseable {
  /** Starts a run; the one before it must have ended. */
  void run(RunRequest request);

  /**
   * Says what will probably be asked for next, so that it may begin as soon as the run under way
   * has ended as expected, and before that has been told. What comes of it is told once {@link
   * #run} asks for the same, and nobody hears of it where that asks for something else. Nothing
   * happens where no run is under way.
   */
  void ahead(Ahead next);

  /** Says that what was said to come next will not be asked for. */
  void notAhead();

  /**
   * Ends the current run: asks it to stop, and after 300 ms replaces the process that runs it.
   * Nothing happens where no run is under way.
   */
  void cancel();

  /** Drops kept values that nothing will ask for again. */
  void forget(Collection<ValueRef> values);

  /**
   * Gives more of what an emission said is expandable: as it was when it was shown, or not at all.
   *
   * @param offset the first part that is wanted
   * @param limit how many at most
   */
  CompletableFuture<Expansion> expand(String reference, int offset, int limit);

  /** Starts afresh in a new process: nothing kept. */
  void restart();

  /**
   * Goes on with a toolchain, in a new process, with nothing kept, where the present one does not
   * suit it.
   */
  void use(Toolchain toolchain);

  @Override
  void close();

  /** Hears what a kernel has to tell. */
  interface Listener {
    void on(KernelEvent event);
  }
}
