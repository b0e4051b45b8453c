package dev.colight.lsp.feature;

import dev.colight.document.BlockKind;
import dev.colight.lsp.view.Headings;
import dev.colight.lsp.view.Headings.Heading;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/**
 * Outlines a document: the headings of its prose as sections, and under them what blocks define.
 */
public final class DocumentSymbols {
  private final Reading reading;
  private final List<DocumentSymbol> roots = new ArrayList<>();
  private final Deque<Section> open = new ArrayDeque<>();

  private DocumentSymbols(Reading reading) {
    this.reading = reading;
  }

  /** A section that has not ended yet, innermost first on the stack. */
  private record Section(int level, DocumentSymbol symbol) {}

  /** Returns the outline. */
  public static List<DocumentSymbol> of(Reading reading) {
    DocumentSymbols symbols = new DocumentSymbols(reading);
    for (BlockView block : reading.document().blocks()) {
      if (block.kind() == BlockKind.PROSE) {
        Headings.of(block.text()).forEach(heading -> symbols.open(heading, block));
      } else {
        block.provides().forEach(name -> symbols.define(name, block));
      }
    }
    return symbols.roots;
  }

  /** Returns the symbols of all levels in order, those of a section after it. */
  public static List<DocumentSymbol> flat(List<DocumentSymbol> symbols) {
    List<DocumentSymbol> all = new ArrayList<>();
    for (DocumentSymbol symbol : symbols) {
      all.add(symbol);
      if (symbol.getChildren() != null) {
        all.addAll(flat(symbol.getChildren()));
      }
    }
    return all;
  }

  private void open(Heading heading, BlockView block) {
    while (!open.isEmpty() && open.getFirst().level >= heading.level()) {
      open.removeFirst();
    }
    DocumentSymbol symbol =
        new DocumentSymbol(
            heading.text(),
            SymbolKind.Namespace,
            reading.positions().toLsp(block.range()),
            reading.positions().toLsp(block.range()),
            null,
            new ArrayList<>());
    siblings().add(symbol);
    open.addFirst(new Section(heading.level(), symbol));
  }

  private void define(String name, BlockView block) {
    org.eclipse.lsp4j.Range range = reading.positions().toLsp(block.range());
    siblings()
        .add(
            new DocumentSymbol(
                name, kind(name), range, reading.positions().toLsp(selection(name, block))));
    // Clients want a section to hold what is listed under it.
    open.forEach(section -> section.symbol.getRange().setEnd(range.getEnd()));
  }

  private List<DocumentSymbol> siblings() {
    return open.isEmpty() ? roots : open.getFirst().symbol.getChildren();
  }

  /** Returns where a block first writes a name as a word of its own; else its first line. */
  private Range selection(String name, BlockView block) {
    String word = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
    Pattern pattern =
        Pattern.compile(
            "(?<![\\p{javaJavaIdentifierPart}.])"
                + Pattern.quote(word)
                + "(?!\\p{javaJavaIdentifierPart})");
    int first = block.range().start().line();
    for (int line = first; line <= block.range().end().line(); line++) {
      Matcher matcher = pattern.matcher(reading.document().text().line(line));
      if (matcher.find()) {
        return Range.of(line, matcher.start(), line, matcher.end());
      }
    }
    return Range.of(first, 0, first, reading.document().text().line(first).length());
  }

  /** Tells types from variables by how people write them, since a view has just their names. */
  private static SymbolKind kind(String name) {
    if (name.endsWith("()")) {
      return SymbolKind.Function;
    }
    boolean type =
        Character.isUpperCase(name.codePointAt(0))
            && name.codePoints().anyMatch(Character::isLowerCase);
    return type ? SymbolKind.Class : SymbolKind.Variable;
  }
}
