package dev.colight.fuzz;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a clean run of a text does, block by block.
 *
 * @param blocks those that ran
 */
record Facts(List<Fact> blocks) {
  private static final Pattern COMMENT_OR_SPACE =
      Pattern.compile("//[^\n]*|/\\*.*?\\*/|\\s+", Pattern.DOTALL);

  /**
   * What a block does.
   *
   * @param code its text, without comments and white space
   * @param shown its result, wherever it stands
   * @param declared the variables that it declares
   * @param before what the variables hold that can be seen above it, by name
   * @param after what they hold after it
   */
  record Fact(
      String code,
      String shown,
      List<String> declared,
      Map<String, String> before,
      Map<String, String> after) {
    /** Returns the variables that it declares, assigns or changes, with what they hold then. */
    Map<String, String> written() {
      Map<String, String> result = new LinkedHashMap<>(after);
      result
          .entrySet()
          .removeIf(
              entry ->
                  !declared.contains(entry.getKey())
                      && entry.getValue().equals(before.get(entry.getKey())));
      return result;
    }

    /** Tells whether there is nothing to see of it, then or later: it defines methods, say. */
    boolean isNothing() {
      return shown.isEmpty() && written().isEmpty();
    }
  }

  /** Runs texts with nothing left of any run before. */
  interface CleanRun {
    DocumentSnapshot of(String text) throws InterruptedException;
  }

  /**
   * Finds out, by two clean runs: one of the text, and one with a block after each that shows all
   * variables.
   */
  static Facts of(String text, CleanRun clean) throws InterruptedException {
    DocumentSnapshot plain = clean.of(text);
    List<BlockView> blocks = plain.blocks();
    Set<String> variables = new LinkedHashSet<>();
    StringBuilder probed = new StringBuilder();
    List<List<String>> probes = new ArrayList<>();
    for (BlockView block : blocks) {
      probed.append(code(plain, block)).append("\n\n");
      // What a block declares has a value from there on only where the block got as far as that.
      variables.removeAll(block.provides());
      variables.addAll(shownVariables(block));
      probes.add(List.copyOf(variables));
      for (String name : variables) {
        probed.append("Arrays.deepToString(new Object[] {").append(name).append("})\n");
      }
      probed.append("\n");
    }
    return read(plain, probes, clean.of(probed.toString()));
  }

  private static Facts read(
      DocumentSnapshot plain, List<List<String>> probes, DocumentSnapshot probed) {
    List<Fact> facts = new ArrayList<>();
    Map<String, String> state = Map.of();
    int next = 0;
    for (int i = 0; i < probes.size(); i++) {
      BlockView block = plain.blocks().get(i);
      next++;
      Map<String, String> after = state;
      if (!probes.get(i).isEmpty() && next < probed.blocks().size()) {
        after = values(probes.get(i), probed.blocks().get(next++));
      }
      ResultView result = block.result();
      if (result != null && (result.status() == Status.OK || result.status() == Status.ERROR)) {
        String code = COMMENT_OR_SPACE.matcher(code(plain, block)).replaceAll("");
        facts.add(new Fact(code, shown(result), shownVariables(block), state, after));
      }
      state = after;
    }
    return new Facts(facts);
  }

  private static String shown(ResultView result) {
    StringBuilder shown = new StringBuilder();
    for (OutputView output : result.outputs()) {
      shown.append(output.kind()).append(output.name()).append(output.text()).append('\n');
    }
    if (result.error() != null) {
      shown.append(result.error().type()).append(result.error().message());
    }
    return Screen.withoutIdentities(shown.toString());
  }

  private static String code(DocumentSnapshot document, BlockView block) {
    int first = block.range().start().line();
    int last = block.range().end().line();
    return String.join("\n", document.text().lines(first, last + 1));
  }

  private static List<String> shownVariables(BlockView block) {
    ResultView result = block.result();
    List<String> names = new ArrayList<>();
    if (block.kind() == BlockKind.CODE && result != null) {
      for (OutputView output : result.outputs()) {
        if (output.kind() == Kind.VALUE && output.name() != null) {
          names.add(output.name());
        }
      }
    }
    return names;
  }

  private static Map<String, String> values(List<String> names, BlockView probe) {
    Map<String, String> values = new LinkedHashMap<>();
    ResultView result = probe.result();
    if (result != null) {
      for (OutputView output : result.outputs()) {
        int line = output.range().start().line();
        if (output.kind() == Kind.VALUE && line < names.size()) {
          values.put(names.get(line), Screen.withoutIdentities(output.text()));
        }
      }
    }
    return values;
  }
}
