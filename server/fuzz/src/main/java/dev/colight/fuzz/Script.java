package dev.colight.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done to a document: the first step opens it, each other one edits it.
 *
 * <p>As text: before each step's document a line that begins with {@code ===}, with the words
 * {@code haste} and {@code kill} on it where they apply. What is above the first such line is a
 * remark. The word {@code program} on the first such line says that the documents are programs.
 */
record Script(Form form, List<Step> steps) {
  private static final String MARK = "===";
  private static final String HASTE = "haste";
  private static final String KILL = "kill";
  private static final String PROGRAM = "program";

  Script {
    steps = List.copyOf(steps);
  }

  /** Returns the part that ends with a step, which waits. */
  Script upTo(int step) {
    return with(this.steps.subList(0, step + 1));
  }

  /** Returns one that has other steps. */
  Script with(List<Step> other) {
    return new Script(form, other);
  }

  /** Reads what {@link #toString} wrote. */
  static Script parse(String text) {
    List<Step> steps = new ArrayList<>();
    StringBuilder document = new StringBuilder();
    List<String> words = List.of();
    Form form = Form.SCRIPT;
    boolean remark = true;
    for (String line : text.lines().toList()) {
      if (line.startsWith(MARK)) {
        if (!remark) {
          steps.add(step(document, words));
        }
        remark = false;
        words = List.of(line.split("\\s+"));
        form = words.contains(PROGRAM) ? Form.PROGRAM : form;
        document.setLength(0);
      } else {
        document.append(line).append('\n');
      }
    }
    if (remark) {
      throw new IllegalArgumentException("this is no script: no line begins with " + MARK);
    }
    steps.add(step(document, words));
    return new Script(form, steps);
  }

  private static Step step(StringBuilder document, List<String> words) {
    return new Step(document.toString(), !words.contains(HASTE), words.contains(KILL));
  }

  @Override
  public String toString() {
    StringBuilder result = new StringBuilder();
    for (Step step : steps) {
      result.append(MARK);
      result.append(form == Form.PROGRAM && result.length() == MARK.length() ? " " + PROGRAM : "");
      result.append(step.waits() ? "" : " " + HASTE).append(step.kills() ? " " + KILL : "");
      result.append('\n').append(step.text());
    }
    return result.toString();
  }
}
