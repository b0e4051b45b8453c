package dev.colight.lsp.export;

import dev.colight.display.Forms;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a block's results goes into a file. */
final class Shown {
  private Shown() {}

  /** Returns the result of the present text; what an older text showed is not exported. */
  static @Nullable ResultView of(BlockView block) {
    return block.result();
  }

  /** Returns the outputs, pieces of a stream that follow each other as one. */
  static List<OutputView> outputs(ResultView result, boolean values) {
    List<OutputView> all = new ArrayList<>();
    for (OutputView output : result.outputs()) {
      int last = all.size() - 1;
      if (isStream(output) && last >= 0 && all.get(last).kind() == output.kind()) {
        all.set(last, joined(all.get(last), output));
      } else if (isStream(output) || values) {
        all.add(output);
      }
    }
    return all;
  }

  static boolean isStream(OutputView output) {
    return output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR;
  }

  /** Returns what to call an output. */
  static String name(OutputView output) {
    return output.name() == null ? "" : output.name();
  }

  private static OutputView joined(OutputView first, OutputView second) {
    return new OutputView(
        first.kind(),
        second.range(),
        null,
        null,
        Map.of(Forms.TEXT, first.text() + second.text()),
        first.truncated() || second.truncated(),
        null,
        null);
  }
}
