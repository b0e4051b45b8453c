package dev.colight.lsp.feature;

import dev.colight.document.BlockKind;
import dev.colight.lsp.view.CommandNames;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.TrustNotice;
import dev.colight.text.Range;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** Puts over each block what can be done with it, and how its last run went. */
public final class CodeLenses {
  /** Editors show a lens without a command's name as plain text. */
  static final String NO_COMMAND = "";

  private CodeLenses() {}

  /** Returns the lenses of all code blocks; of a document that may not run, what to do about it. */
  public static List<CodeLens> of(Reading reading) {
    String uri = reading.document().uri();
    List<CodeLens> lenses = new ArrayList<>();
    for (BlockView block : reading.document().blocks()) {
      if (block.kind() != BlockKind.CODE) {
        continue;
      }
      int line = block.range().start().line();
      org.eclipse.lsp4j.Range place = reading.positions().toLsp(Range.of(line, 0, line, 0));
      if (!reading.document().trusted()) {
        TrustNotice.commands(uri).forEach(command -> lenses.add(lens(place, command)));
        return lenses;
      }
      if (lenses.isEmpty()) {
        lenses.add(lens(place, new Command("▶▶ run all", CommandNames.RUN, List.of(uri))));
        lenses.add(lens(place, new Command("⇄ verify", CommandNames.VERIFY, List.of(uri))));
        lenses.add(
            lens(place, new Command("◱ open in browser", CommandNames.PREVIEW, List.of(uri))));
      }
      lenses.add(lens(place, action(uri, block)));
      lenses.add(lens(place, new Command(Phrases.state(block), NO_COMMAND)));
    }
    return lenses;
  }

  private static Command action(String uri, BlockView block) {
    return block.state() == BlockState.RUNNING
        ? new Command("◼ cancel", CommandNames.CANCEL, List.of(uri))
        : new Command("▶ run", CommandNames.RUN_BLOCK, List.of(uri, block.id().toString()));
  }

  private static CodeLens lens(org.eclipse.lsp4j.Range place, Command command) {
    return new CodeLens(place, command, null);
  }
}
