package dev.colight.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a block's last run ended.
 *
 * @param cached whether it came from the cache, and nothing ran
 * @param outputs in the order of time
 * @param error what went wrong, for every status but {@link Status#OK}
 * @param nanos time in user code
 * @param older whether the block's text has changed since
 */
public record ResultView(
    Status status,
    boolean cached,
    List<OutputView> outputs,
    @Nullable ErrorView error,
    long nanos,
    boolean older) {
  /** Creates a result of the present text. */
  public ResultView(
      Status status,
      boolean cached,
      List<OutputView> outputs,
      @Nullable ErrorView error,
      long nanos) {
    this(status, cached, outputs, error, nanos, false);
  }
}
