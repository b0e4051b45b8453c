package dev.colight.fuzz;

import dev.colight.fuzz.Snippet.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes documents and their parts, by the {@link Grammar}, within a set of features. */
final class Author {
  static final Pattern HOLE = Pattern.compile("\\{([@+]?)(\\w+)(#\\d)?}");

  /** Calls of the document's code: nothing that is itself called may make them at will. */
  private static final Pattern CALL = Pattern.compile("\\{@(fun|textfun|value|enum|static)");

  private static final Pattern CALLED =
      Pattern.compile(
          "->|\\{\\+(fun|textfun|next|poke|class|value|record|odd|enum|tally|static|shape|outer|base|most"
              + "|sum|res|tried|range|greeter|op2)\\b");

  private static final List<String> WORDS = List.of("\"x\"", "\"yz\"", "\"7\"", "\"\"");
  private static final int MAX_DEPTH = 3;
  private static final int ATTEMPTS = 60;

  private final Random random;
  private final Form form;
  private final Set<Feature> features;
  private final List<Feature> choices;

  /** Creates an author who uses some of the features. */
  Author(Random random, Set<Feature> allowed, Form form) {
    this.random = random;
    this.form = form;
    this.features = EnumSet.of(Feature.NUMBERS);
    for (Feature feature : allowed) {
      if (random.nextInt(5) < 2) {
        features.add(feature);
      }
    }
    features.retainAll(allowed);
    choices =
        features.stream()
            .filter(f -> Grammar.SNIPPETS.stream().anyMatch(rule -> rule.feature() == f))
            .toList();
  }

  /** Returns a document of so many blocks, most of them below what they use. */
  Draft document(int size) {
    Draft draft = new Draft(List.of());
    while (draft.size() < size) {
      draft = draft.inserted(draft.size(), block(Scope.above(draft, draft.size())));
    }
    return draft;
  }

  /** Returns a block for a place where a scope can be seen. */
  List<Snippet> block(Scope scope) {
    List<Snippet> result = new ArrayList<>();
    int size = random.nextInt(10) < 6 ? 1 : 2 + random.nextInt(2);
    while (result.size() < size) {
      Snippet snippet = snippet(scope);
      scope.add(snippet);
      result.add(snippet);
    }
    return result;
  }

  /** Returns something to write where a scope can be seen. */
  Snippet snippet(Scope scope) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Feature feature = pick(choices);
      List<Rule> rules =
          Grammar.SNIPPETS.stream()
              .filter(rule -> rule.feature() == feature && rule.isAllowed(features))
              .toList();
      if (!rules.isEmpty()) {
        Snippet snippet = new Filling(scope).snippet(pick(rules));
        if (snippet != null) {
          return snippet;
        }
      }
    }
    return Snippet.of(literal());
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  private String literal() {
    return String.valueOf(random.nextInt(10));
  }

  <T> T pick(Collection<T> choices) {
    return choices.stream().skip(random.nextInt(choices.size())).findFirst().orElseThrow();
  }

  /** Fills the holes of one snippet. */
  private final class Filling {
    private final Scope scope;
    private final Map<String, String> same = new HashMap<>();
    private final List<Symbol> declared = new ArrayList<>();
    private boolean called;
    private boolean impossible;

    Filling(Scope scope) {
      this.scope = scope;
    }

    /** Returns null where it needs a name that there is not. */
    @Nullable Snippet snippet(Rule rule) {
      called = CALLED.matcher(rule.text()).find();
      String text = expand(rule.text(), 0);
      return impossible ? null : new Snippet(text, List.copyOf(declared));
    }

    private String expand(String template, int depth) {
      Matcher hole = HOLE.matcher(template);
      StringBuilder result = new StringBuilder();
      while (hole.find()) {
        String known = hole.group(3) == null ? null : same.get(hole.group());
        String filled = known == null ? fill(hole.group(1), hole.group(2), depth) : known;
        if (hole.group(3) != null) {
          same.put(hole.group(), filled);
        }
        hole.appendReplacement(result, Matcher.quoteReplacement(filled));
      }
      return hole.appendTail(result).toString();
    }

    private String fill(String mark, String hole, int depth) {
      if (mark.equals("+")) {
        return declare(Shape.of(hole));
      } else if (mark.equals("@")) {
        return use(Shape.of(hole));
      }
      return switch (hole) {
        case "k" -> literal();
        case "w" -> pick(WORDS);
        case "int" -> expression(Grammar.INTS, "{k}", depth);
        case "str" -> expression(Grammar.TEXTS, "{w}", depth);
        default -> throw new IllegalArgumentException("no such hole: " + hole);
      };
    }

    private String declare(Shape shape) {
      Shape names = shape;
      if (shape.isVariable() && has(Feature.REDECLARATION) && random.nextInt(12) == 0) {
        names = pick(List.of(Shape.INT, Shape.STR, Shape.IMM));
      }
      String name =
          form.declaresOnce() && random.nextInt(12) > 0 ? unused(names) : pick(names.names());
      declared.add(new Symbol(shape, name));
      return name;
    }

    private String unused(Shape shape) {
      List<String> taken = new ArrayList<>(scope.names());
      declared.forEach(symbol -> taken.add(symbol.name()));
      for (String suffix = ""; ; suffix = "2" + suffix) {
        String ending = suffix;
        List<String> names =
            shape.names().stream()
                .map(name -> name + ending)
                .filter(n -> !taken.contains(n))
                .toList();
        if (!names.isEmpty()) {
          return pick(names);
        }
      }
    }

    private String use(Shape shape) {
      List<String> known = new ArrayList<>(scope.names(shape));
      // A definition may speak of itself, and a snippet of what it has just defined.
      declared.stream().filter(s -> s.shape() == shape).forEach(s -> known.add(s.name()));
      boolean anywhere = has(Feature.FORWARD) && random.nextInt(12) == 0;
      if (!known.isEmpty() && !anywhere) {
        return pick(known);
      }
      impossible |= !anywhere;
      return pick(shape.names());
    }

    private String expression(List<Rule> rules, String simplest, int depth) {
      List<Rule> possible =
          rules.stream()
              .filter(rule -> rule.isAllowed(features))
              .filter(rule -> !called || !CALL.matcher(rule.text()).find())
              .filter(rule -> usable(rule.text()))
              .toList();
      boolean simple = depth >= MAX_DEPTH || possible.isEmpty();
      return expand(simple ? simplest : pick(possible).text(), depth + 1);
    }

    private boolean usable(String template) {
      Matcher hole = HOLE.matcher(template);
      while (hole.find()) {
        if (hole.group(1).equals("@") && scope.names(Shape.of(hole.group(2))).isEmpty()) {
          return false;
        }
      }
      return true;
    }
  }
}
