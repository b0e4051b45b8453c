package dev.colight.fuzz;

import java.util.ArrayList;
import java.util.List;
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

  String text() {
    return blocks.stream()
        .map(block -> block.stream().map(Snippet::text).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
