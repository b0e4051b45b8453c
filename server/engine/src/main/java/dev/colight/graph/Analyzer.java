package dev.colight.graph;

import dev.colight.document.Role;
import java.util.List;

/** Finds out what a block provides and requires, from its text alone. Total and thread-safe. */
public interface Analyzer {
  /** Analyses the lines of a code block. */
  BlockAnalysis analyze(Role role, List<String> lines);

  /** Returns the first statements of a unit, at least one, as a unit of their own. */
  StatementUnit prefix(StatementUnit unit, int statements);

  /** Returns the Markdown of a prose block. */
  String prose(List<String> lines);
}
