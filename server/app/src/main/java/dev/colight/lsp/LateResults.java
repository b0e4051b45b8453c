package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.lsp.feature.Diagnostics;
import dev.colight.lsp.feature.InlayHints;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import dev.colight.workspace.BlockView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;

/**
 * Knows the blocks whose results a client can only be told as diagnostics: all of them where it has
 * no inlay hints, else those that came after it had asked for hints, as it does not ask again by
 * itself. Used on the thread of a session.
 */
final class LateResults {
  private final HintSupport hints;
  private final Map<String, Set<BlockId>> late = new HashMap<>();

  /** Documents whose hints the client has yet to ask for. */
  private final Set<String> asking = new HashSet<>();

  /** Creates the record of a client that shows nothing but what LSP has. */
  LateResults(HintSupport hints) {
    this.hints = hints;
  }

  /** Tells whether what has just come of a block goes out as a diagnostic. */
  boolean concerns(String uri, BlockView block) {
    return switch (hints) {
      case REFRESHED, REPAINTED -> false;
      case NONE -> true;
      case ONCE -> late.getOrDefault(uri, Set.of()).contains(block.id());
    };
  }

  /** Returns the results of a block that the client gets as diagnostics, as mere hints. */
  List<Diagnostic> diagnostics(Reading reading, BlockView block) {
    if (block.kind() != BlockKind.CODE
        || !reading.settings().inlayHints()
        || !concerns(reading.document().uri(), block)) {
      return List.of();
    }
    // An exception is a diagnostic already.
    return InlayHints.of(reading, block).stream()
        .filter(hint -> !hint.getLabel().getLeft().startsWith(InlayHints.ERROR))
        .map(hint -> diagnostic(reading, hint))
        .toList();
  }

  private static Diagnostic diagnostic(Reading reading, InlayHint hint) {
    String line = reading.document().text().line(hint.getPosition().getLine());
    Position start =
        new Position(hint.getPosition().getLine(), line.length() - line.stripLeading().length());
    return new Diagnostic(
        new Range(reading.positions().toLsp(start), hint.getPosition()),
        hint.getLabel().getLeft(),
        DiagnosticSeverity.Hint,
        Diagnostics.SOURCE);
  }

  /** Notes that a document was opened or edited, so that the client is going to ask. */
  void edited(String uri) {
    asking.add(uri);
  }

  /** Notes that there is something new about a block. */
  void came(String uri, BlockId block) {
    if (hints == HintSupport.ONCE && !asking.contains(uri)) {
      late.computeIfAbsent(uri, key -> new LinkedHashSet<>()).add(block);
    }
  }

  /** Notes that the client gets all there is, as it has asked, or has nothing any more. */
  void told(String uri) {
    asking.remove(uri);
    late.remove(uri);
  }
}
