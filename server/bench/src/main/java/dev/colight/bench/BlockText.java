package dev.colight.bench;

import java.util.List;
import java.util.stream.Collectors;

/** A block: a comment, and what it consists of. */
record BlockText(String comment, List<Piece> pieces) {
  /** Returns its lines in a document, without the empty one that ends it. */
  List<String> lines() {
    return (comment + "\n" + pieces.stream().map(Piece::snippet).collect(Collectors.joining("\n")))
        .lines()
        .toList();
  }
}
