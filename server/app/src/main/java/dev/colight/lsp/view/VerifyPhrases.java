package dev.colight.lsp.view;

import dev.colight.document.BlockKind;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.Verification.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells in plain words how what is shown compares with a clean run. */
public final class VerifyPhrases {
  private static final int MAX_LINES = 5;

  private VerifyPhrases() {}

  /** Returns one to three sentences about the blocks. */
  public static String outcome(Compared compared) {
    return result(compared)
        + unfinished(compared.unfinished())
        + unclaimed(compared.unclaimed().size());
  }

  private static String result(Compared compared) {
    List<BlockView> different = compared.differences().stream().map(Difference::block).toList();
    if (!different.isEmpty()) {
      String show = different.size() == 1 ? " shows" : " show";
      return where(different) + show + " something else than a clean run.";
    }
    return isAnyCompared(compared)
        ? "What is shown is what a clean run shows."
        : "Nothing could be compared with a clean run.";
  }

  private static boolean isAnyCompared(Compared compared) {
    long blocks =
        compared.shown().blocks().stream().filter(b -> b.kind() == BlockKind.CODE).count();
    int left = compared.unclaimed().size() + compared.unfinished().size();
    return left == 0 || left < blocks;
  }

  private static String unfinished(List<BlockView> blocks) {
    return switch (blocks.size()) {
      case 0 -> "";
      case 1 -> " " + where(blocks) + " did not end in time, and was not compared.";
      default -> " " + where(blocks) + " did not end in time, and were not compared.";
    };
  }

  private static String where(List<BlockView> blocks) {
    List<String> lines =
        blocks.stream()
            .map(block -> String.valueOf(block.range().start().line() + 1))
            .collect(Collectors.toCollection(ArrayList::new));
    int count = lines.size();
    String where = count == 1 ? "The block at line " : "The blocks at lines ";
    if (count > MAX_LINES) {
      List<String> rest = lines.subList(MAX_LINES, count);
      String more = rest.size() + " more";
      rest.clear();
      lines.add(more);
    }
    String last = lines.remove(lines.size() - 1);
    String all = lines.isEmpty() ? last : String.join(", ", lines) + " and " + last;
    return where + all;
  }

  private static String unclaimed(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " One block has no result of its present text, and was not compared.";
      default ->
          " " + count + " blocks have no result of their present text, and were not compared.";
    };
  }

  /** Returns why there is nothing to compare. */
  public static String abandoned(Verification.Cause cause) {
    return switch (cause) {
      case NOT_OPEN -> "The document is not open.";
      case CLOSED -> "The document was closed before it could be compared with a clean run.";
      case CANCELLED -> "The comparison with a clean run was cancelled.";
      case REPLACED -> "Another comparison with a clean run was asked for.";
      case UNTRUSTED -> "The document is not trusted, and so it does not run.";
    };
  }
}
