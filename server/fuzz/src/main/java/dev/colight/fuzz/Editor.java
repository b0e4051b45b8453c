package dev.colight.fuzz;

import dev.colight.fuzz.Snippet.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Edits a document as people do, one change after the other, at random. */
final class Editor {
  /** Digits; not those that make sure that a recursion ends. */
  private static final Pattern DIGIT = Pattern.compile("(?<!x - )(?<!\\w)\\d\\b");

  private static final int MANY_BLOCKS = 14;
  private static final int HASTE = 12;
  private static final int KILLS = 15;

  private final Random random;
  private final Author author;
  private final Form form;
  private final Kills kills;
  private final int maxBlocks;
  private final List<Draft> history = new ArrayList<>();
  private int present;

  /** Creates an editor of a document that stays as small as it is, or nearly so. */
  Editor(Random random, Author author, Draft first, Form form, Kills kills) {
    this.random = random;
    this.author = author;
    this.form = form;
    this.kills = kills;
    maxBlocks = Math.max(MANY_BLOCKS, first.size());
    history.add(first);
  }

  /** Returns what to type next; the last step waits. */
  List<Step> next() {
    List<Step> steps = new ArrayList<>();
    int kind = random.nextInt(30);
    if (kind < 3 && present > 0) {
      present -= 1 + random.nextInt(Math.min(3, present));
      steps.add(step(draft()));
    } else if (kind < 5 && present + 1 < history.size()) {
      present++;
      steps.add(step(draft()));
    } else if (kind == 5) {
      typed(steps);
    } else {
      Draft next = edited(draft());
      remember(next);
      steps.add(step(next));
    }
    int last = steps.size() - 1;
    steps.set(last, new Step(steps.get(last).text(), true, steps.get(last).kills()));
    if (random.nextInt(HASTE) == 0) {
      Draft next = edited(draft());
      remember(next);
      steps.set(last, steps.get(last).inHaste());
      steps.add(step(next));
    }
    for (int i = 1; i < steps.size() && kills == Kills.IDLE; i++) {
      Step step = steps.get(i);
      steps.set(i, new Step(step.text(), step.waits(), step.kills() && steps.get(i - 1).waits()));
    }
    return steps;
  }

  private Step step(Draft draft) {
    Step step = Step.of(form.text(draft));
    return kills != Kills.NEVER && random.nextInt(KILLS) == 0 ? step.withKill() : step;
  }

  private Draft draft() {
    return history.get(present);
  }

  private void remember(Draft next) {
    history.subList(present + 1, history.size()).clear();
    history.add(next);
    present++;
  }

  /** Types a snippet in pieces, some of which are waited for. */
  private void typed(List<Step> steps) {
    Draft before = draft();
    int index = random.nextInt(before.size() + 1);
    Snippet whole = author.snippet(Scope.above(before, index));
    int at = 0;
    while (at < whole.text().length()) {
      at = Math.min(whole.text().length(), at + 1 + random.nextInt(8));
      boolean done = at == whole.text().length();
      Snippet part = done ? whole : Snippet.of(whole.text().substring(0, at));
      if (!part.text().isBlank()) {
        Draft next = before.inserted(index, List.of(part));
        Step step = step(next);
        steps.add(random.nextInt(3) == 0 ? step : step.inHaste());
        if (done) {
          remember(next);
        }
      }
    }
  }

  private Draft edited(Draft draft) {
    if (draft.size() < 3) {
      return withNewBlock(draft);
    }
    int at = random.nextInt(draft.size());
    List<Snippet> block = new ArrayList<>(draft.block(at));
    int in = random.nextInt(block.size());
    switch (random.nextInt(25)) {
      case 0, 1, 2, 3, 4, 5 -> {
        return withOtherLiteral(draft);
      }
      case 6, 7 -> {
        return draft.size() < maxBlocks ? withNewBlock(draft) : draft.removed(at);
      }
      case 8, 9 -> {
        return draft.removed(at);
      }
      case 10, 11 -> {
        return draft.replaced(at, author.block(Scope.above(draft, at)));
      }
      case 12 -> {
        return draft.inserted(random.nextInt(draft.size() + 1), block);
      }
      case 13, 14 -> {
        return draft.removed(at).inserted(random.nextInt(draft.size()), block);
      }
      case 15 -> {
        return block.size() < 2
            ? withNewBlock(draft)
            : draft
                .replaced(at, block.subList(0, 1))
                .inserted(at + 1, block.subList(1, block.size()));
      }
      case 16 -> {
        if (at + 1 == draft.size()) {
          return draft.removed(at);
        }
        block.addAll(draft.block(at + 1));
        return draft.removed(at + 1).replaced(at, block);
      }
      case 17, 18 -> block.add(in, author.snippet(Scope.above(draft, at)));
      case 19 -> block.remove(in);
      case 20 -> Collections.shuffle(block, random);
      case 21 -> {
        return renamed(draft);
      }
      case 22 -> block.set(in, broken(block.get(in)));
      case 23 -> block.add(in, Snippet.of(random.nextBoolean() ? "// why" : "/* so */"));
      default -> block.set(in, spaced(block.get(in)));
    }
    return draft.replaced(at, block);
  }

  private Draft withNewBlock(Draft draft) {
    int index = random.nextInt(draft.size() + 1);
    return draft.inserted(index, author.block(Scope.above(draft, index)));
  }

  private Draft withOtherLiteral(Draft draft) {
    int first = random.nextInt(draft.size());
    for (int i = 0; i < draft.size(); i++) {
      int at = (first + i) % draft.size();
      List<Snippet> block = new ArrayList<>(draft.block(at));
      int in = random.nextInt(block.size());
      String text = block.get(in).text();
      List<MatchResult> digits = DIGIT.matcher(text).results().toList();
      if (!digits.isEmpty()) {
        MatchResult digit = author.pick(digits);
        block.set(
            in,
            block
                .get(in)
                .withText(
                    text.substring(0, digit.start())
                        + random.nextInt(10)
                        + text.substring(digit.end())));
        return draft.replaced(at, block);
      }
    }
    return withNewBlock(draft);
  }

  /** Gives something another name, where it is defined or everywhere. */
  private Draft renamed(Draft draft) {
    Scope all = Scope.above(draft, draft.size());
    if (all.names().isEmpty()) {
      return withNewBlock(draft);
    }
    String name = author.pick(all.names());
    Shape shape = all.shape(name);
    String other = author.pick(shape.names()) + (random.nextInt(3) == 0 ? "2" : "");
    boolean everywhere = random.nextBoolean();
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return new Draft(
        draft.blocks().stream()
            .map(
                block ->
                    block.stream()
                        .map(
                            snippet ->
                                everywhere || defines(snippet, name)
                                    ? renamed(snippet, word, name, other)
                                    : snippet)
                        .toList())
            .toList());
  }

  private static boolean defines(Snippet snippet, String name) {
    return snippet.declares().stream().anyMatch(symbol -> symbol.name().equals(name));
  }

  private static Snippet renamed(Snippet snippet, Pattern word, String name, String other) {
    return new Snippet(
        word.matcher(snippet.text()).replaceAll(other),
        snippet.declares().stream()
            .map(s -> s.name().equals(name) ? new Symbol(s.shape(), other) : s)
            .toList());
  }

  private Snippet broken(Snippet snippet) {
    int at = random.nextInt(snippet.text().length());
    String text = new StringBuilder(snippet.text()).deleteCharAt(at).toString();
    return text.isBlank() ? snippet : Snippet.of(text);
  }

  private Snippet spaced(Snippet snippet) {
    return switch (random.nextInt(3)) {
      case 0 -> snippet.withText(snippet.text().replace(" = ", "  =\n    "));
      case 1 -> snippet.withText("// " + random.nextInt(10) + "\n" + snippet.text());
      default -> snippet.withText("\n\n" + snippet.text() + "\n");
    };
  }
}
