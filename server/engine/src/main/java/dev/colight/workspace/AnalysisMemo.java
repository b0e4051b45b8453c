package dev.colight.workspace;

import dev.colight.document.Block;
import dev.colight.document.Role;
import dev.colight.execution.DeepThread;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers analyses by content, the most recently used ones. Owned by the event thread. */
final class AnalysisMemo {
  /** Analyses that are remembered where all documents are small; of larger ones, as they need. */
  private static final int KEPT = 4_000;

  private static final int MAX_KEPT = 30_000;

  private static final int MAX_THREADS = 4;

  /** Blocks from which on it is worth it to start threads. */
  private static final int WORTH_THREADS = 100;

  private final Analyzer analyzer;
  private final Map<Piece, BlockAnalysis> memo =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Piece, BlockAnalysis> eldest) {
          return size() > bound;
        }
      };

  private int bound = KEPT;
  private long analysed;

  /** What an analysis depends on. */
  record Piece(Role role, List<String> lines) {
    static Piece of(Block block) {
      return new Piece(block.role(), block.lines());
    }
  }

  AnalysisMemo(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  BlockAnalysis analyze(Piece piece) {
    BlockAnalysis known = memo.get(piece);
    if (known == null) {
      known = analyze(analyzer, piece);
      analysed++;
      memo.put(piece, known);
    }
    return known;
  }

  /**
   * Analyses what is not known yet of many blocks, so that each is known afterwards. Does so with
   * all processors where it is worth it: of a large document that is opened, nothing can run before
   * all is analysed.
   */
  void prepare(Collection<Piece> blocks) {
    bound = Math.max(bound, Math.min(2 * blocks.size(), MAX_KEPT));
    Set<Piece> unknown = new LinkedHashSet<>();
    for (Piece piece : blocks) {
      if (!memo.containsKey(piece)) {
        unknown.add(piece);
      }
    }
    int helpers = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()) - 1;
    if (helpers < 1 || unknown.size() < WORTH_THREADS || unknown.size() > MAX_KEPT) {
      return;
    }
    Queue<Piece> left = new ConcurrentLinkedQueue<>(unknown);
    Map<Piece, BlockAnalysis> found = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      Thread thread = new DeepThread(() -> drain(left, found), "colight-analysis");
      thread.start();
      threads.add(thread);
    }
    drain(left, found);
    threads.forEach(AnalysisMemo::join);
    analysed += found.size();
    memo.putAll(found);
  }

  /** Whatever one thread fails at, {@link #analyze} will meet again. */
  private void drain(Queue<Piece> left, Map<Piece, BlockAnalysis> found) {
    for (Piece piece = left.poll(); piece != null; piece = left.poll()) {
      found.put(piece, analyze(analyzer, piece));
    }
  }

  private static BlockAnalysis analyze(Analyzer analyzer, Piece piece) {
    return analyzer.analyze(piece.role(), piece.lines());
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many blocks were analysed, as opposed to remembered. */
  long analysed() {
    return analysed;
  }
}
