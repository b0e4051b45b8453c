package dev.colight.workspace;

import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers analyses by content, the most recently used ones. Owned by the event thread. */
final class AnalysisMemo {
  private static final int BOUND = 30_000;

  private final Analyzer analyzer;
  private final Map<List<String>, BlockAnalysis> memo =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, BlockAnalysis> eldest) {
          return size() > BOUND;
        }
      };

  private long analysed;

  AnalysisMemo(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  BlockAnalysis analyze(List<String> lines) {
    BlockAnalysis known = memo.get(lines);
    if (known == null) {
      known = analyzer.analyze(lines);
      analysed++;
      memo.put(lines, known);
    }
    return known;
  }

  /** Returns how many blocks were analysed, as opposed to remembered. */
  long analysed() {
    return analysed;
  }
}
