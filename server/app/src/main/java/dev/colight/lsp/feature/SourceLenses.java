package dev.colight.lsp.feature;

import dev.colight.document.BlockId;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.workspace.DocumentSnapshot;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.jspecify.annotations.Nullable;

/** Says over a method of a source how many blocks of live documents depend on it. */
public final class SourceLenses {
  private SourceLenses() {}

  /**
   * Returns the lenses of a source that is open.
   *
   * @param text as the client has it
   * @param documents the live documents
   */
  public static List<CodeLens> of(
      String uri, Text text, Encoding encoding, List<DocumentSnapshot> documents) {
    Path file = file(uri);
    if (file == null) {
      return List.of();
    }
    String source = text.toString();
    Map<Range, Integer> blocks = new TreeMap<>((a, b) -> a.start().compareTo(b.start()));
    for (DocumentSnapshot document : documents) {
      Map<Range, Set<BlockId>> users = document.followed().users(file, source);
      users.forEach((range, some) -> blocks.merge(range, some.size(), Integer::sum));
    }
    Positions positions = new Positions(text, encoding);
    List<CodeLens> lenses = new ArrayList<>();
    blocks.forEach(
        (range, count) ->
            lenses.add(
                new CodeLens(
                    positions.toLsp(range),
                    new Command(title(count), CodeLenses.NO_COMMAND),
                    null)));
    return lenses;
  }

  private static String title(int blocks) {
    return blocks == 1 ? "1 live block depends on it" : blocks + " live blocks depend on it";
  }

  private static @Nullable Path file(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }
}
