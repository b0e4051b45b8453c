package dev.colight.differential;

import dev.colight.differential.Outcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what a block did in JShell and here. */
final class Comparison {
  private Comparison() {}

  /**
   * Returns what differs between two outcomes of a block, one text per difference; none where
   * JShell did not run the block, which then may go any way here.
   */
  static List<String> differences(Outcome jshell, Outcome ours) {
    List<String> differences = new ArrayList<>();
    if (jshell.verdict() == Verdict.DID_NOT_RUN) {
      return differences;
    }
    if (ours.verdict() == Verdict.DID_NOT_RUN) {
      differences.add("did not run, but does in jshell: " + String.join("; ", ours.problems()));
      return differences;
    }
    compareValues(jshell.values(), ours.values(), differences);
    compare("stdout", jshell.stdout(), ours.stdout(), differences);
    compare("stderr", jshell.stderr(), ours.stderr(), differences);
    compare("thrown", jshell.thrown(), ours.thrown(), differences);
    return differences;
  }

  private static void compareValues(
      List<String> jshell, List<String> ours, List<String> differences) {
    for (int i = 0; i < Math.min(jshell.size(), ours.size()); i++) {
      compare("value " + (i + 1), jshell.get(i), ours.get(i), differences);
    }
    if (jshell.size() != ours.size()) {
      compare("values", jshell, ours, differences);
    }
  }

  private static void compare(
      String what, @Nullable Object jshell, @Nullable Object ours, List<String> differences) {
    if (!Objects.equals(jshell, ours)) {
      differences.add(what + "\n    jshell: " + jshell + "\n    ours:   " + ours);
    }
  }

  /** Returns a report on a document, block by block; empty where nothing differs. */
  static String report(Script script, List<Outcome> jshell, List<Outcome> ours) {
    StringBuilder report = new StringBuilder();
    for (int i = 0; i < script.blocks().size(); i++) {
      Script.Block block = script.blocks().get(i);
      for (String difference : differences(jshell.get(i), ours.get(i))) {
        report.append("line ").append(block.startLine() + 1).append(": ");
        report.append(block.lines().get(0).strip()).append("\n  ").append(difference).append('\n');
      }
    }
    return report.toString();
  }
}
