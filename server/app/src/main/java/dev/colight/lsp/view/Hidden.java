package dev.colight.lsp.view;

import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import java.util.Set;
import java.util.stream.Collectors;

/** What a document's pragmas hide: {@code hide-code} in one block, {@code hide-all-code} in all. */
public final class Hidden {
  private final Set<String> everywhere;

  private Hidden(Set<String> everywhere) {
    this.everywhere = everywhere;
  }

  /** Returns what is hidden in a document. */
  public static Hidden in(DocumentSnapshot document) {
    return new Hidden(
        document.blocks().stream()
            .flatMap(block -> block.hidden().stream())
            .filter(pragma -> pragma.startsWith("hide-all-"))
            .collect(Collectors.toSet()));
  }

  /** Tells whether the code of a block is hidden. */
  public boolean code(BlockView block) {
    return hides(block, "code");
  }

  /** Tells whether a block of prose is hidden. */
  public boolean prose(BlockView block) {
    return hides(block, "prose");
  }

  /** Tells whether the values of a block are hidden. */
  public boolean values(BlockView block) {
    return hides(block, "values");
  }

  private boolean hides(BlockView block, String what) {
    return block.hidden().contains("hide-" + what) || everywhere.contains("hide-all-" + what);
  }
}
