package dev.colight.cli;

import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import java.util.Set;
import java.util.stream.Collectors;

/** What a document's pragmas hide: {@code hide-code} in one block, {@code hide-all-code} in all. */
final class Hidden {
  private final Set<String> everywhere;

  private Hidden(Set<String> everywhere) {
    this.everywhere = everywhere;
  }

  static Hidden in(DocumentSnapshot document) {
    return new Hidden(
        document.blocks().stream()
            .flatMap(block -> block.hidden().stream())
            .filter(pragma -> pragma.startsWith("hide-all-"))
            .collect(Collectors.toSet()));
  }

  boolean code(BlockView block) {
    return hides(block, "code");
  }

  boolean prose(BlockView block) {
    return hides(block, "prose");
  }

  boolean values(BlockView block) {
    return hides(block, "values");
  }

  private boolean hides(BlockView block, String what) {
    return block.hidden().contains("hide-" + what) || everywhere.contains("hide-all-" + what);
  }
}
