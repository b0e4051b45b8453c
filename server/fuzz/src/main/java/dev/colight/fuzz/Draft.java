package dev.colight.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document as its author sees it: blocks of snippets. Immutable.
 *
 * @param blocks none of them empty
 */
record Draft(List<List<Snippet>> blocks) {
  Draft {
    blocks = blocks.stream().filter(block -> !block.isEmpty()).map(List::copyOf).toList();
  }

  int size() {
    return blocks.size();
  }

  List<Snippet> block(int index) {
    return blocks.get(index);
  }

  Draft inserted(int index, List<Snippet> block) {
    List<List<Snippet>> result = new ArrayList<>(blocks);
    result.add(index, block);
    return new Draft(result);
  }

  Draft removed(int index) {
    List<List<Snippet>> result = new ArrayList<>(blocks);
    result.remove(index);
    return new Draft(result);
  }

  Draft replaced(int index, List<Snippet> block) {
    List<List<Snippet>> result = new ArrayList<>(blocks);
    result.set(index, block);
    return new Draft(result);
  }

  /** Takes a text apart at its empty lines; what it declares is not known. */
  static Draft parse(String text) {
    return new Draft(
        Pattern.compile("\\R\\s*\\R")
            .splitAsStream(text.strip())
            .map(block -> List.of(Snippet.of(block)))
            .toList());
  }

  String text() {
    return blocks.stream()
        .map(block -> block.stream().map(Snippet::text).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
