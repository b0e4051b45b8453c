// # Chains
//
// The style that reads well: one step a line, each with a leading dot. (The
// `jshell` tool takes the first line of such a chain for all of it, unless
// something is still open.)

// ## A builder

record Pizza(String size, List<String> toppings, boolean folded, int minutes) {
  static Builder builder() {
    return new Builder();
  }

  static class Builder {
    private String size = "medium";
    private final List<String> toppings = new ArrayList<>();
    private boolean folded;
    private int minutes = 12;

    Builder size(String size) {
      this.size = size;
      return this;
    }

    Builder with(String... more) {
      toppings.addAll(Arrays.asList(more));
      return this;
    }

    Builder folded() {
      folded = true;
      return this;
    }

    Builder minutes(int minutes) {
      this.minutes = minutes;
      return this;
    }

    Builder when(boolean condition, UnaryOperator<Builder> then) {
      return condition ? then.apply(this) : this;
    }

    Pizza build() {
      if (toppings.isEmpty()) throw new IllegalStateException("a pizza with nothing on it");
      return new Pizza(size, List.copyOf(toppings), folded, minutes);
    }
  }
}

var margherita = Pizza.builder()
    .with("tomato", "mozzarella")
    .with("basil")
    .build()

Pizza
    .builder()
    .size("large")
    .with("tomato", "olives")
    .folded()               // so that it fits the box
    .minutes(15)
    // nobody wanted anchovies
    .build()
    .toppings()

boolean hungry = true;
Pizza.builder()
    .with("cheese")
    .when(hungry, b -> b.size("huge"))
    .when(!hungry, b -> b.minutes(5))
    .build();

Pizza.builder()   // throws IllegalStateException
    .size("small")
    .build()

// ## Annotations and modifiers on lines of their own

@FunctionalInterface
interface Step<T> {
  T go(T from);
}

@SafeVarargs
static
<T> T walk(T from, Step<T>... steps) {
  for (Step<T> step : steps) from = step.go(from);
  return from;
}

walk(1, n -> n + 1, n -> n * 10)

// ## Streams

Stream.of("delta", "alpha", "charlie", "bravo")
    .filter(s -> s.length() == 5)
    .sorted()
    .map(s -> s.substring(0, 1).toUpperCase()
        + s.substring(1))
    .collect(Collectors.joining(", "))

int sum = IntStream
    .range(0, 100)
    .filter(n -> n % 3 == 0)
    .sum();
String text = new StringBuilder()
    .append("a")
    .append(1)
    .insert(0, '<')
    .append('>')
    .toString()
text.length()

// ## Operators at the start of a line

int total = 1
    + 2
    + 3;
boolean fine = total == 6
    && text.startsWith("<")
    && !hungry
    || true
String verdict = total > 5
    ? "many"
    : "few"
verdict
    + "!"

// ## An HTML page

class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  Html tag(String name) {
    out.append("  ".repeat(open.size())).append('<').append(name).append(">\n");
    open.push(name);
    return this;
  }

  Html text(Object text) {
    out.append("  ".repeat(open.size())).append(text).append('\n');
    return this;
  }

  Html each(Iterable<?> items, BiConsumer<Html, Object> body) {
    items.forEach(item -> body.accept(this, item));
    return this;
  }

  Html end() {
    String name = open.pop();
    out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
    return this;
  }

  @Override
  public String toString() {
    while (!open.isEmpty()) end();
    return out.toString();
  }
}

System.out.print(new Html()
    .tag("ul")
    .each(margherita.toppings(), (html, topping) -> html
        .tag("li")
        .text(topping)
        .end())
    .end());

new Html().tag("p").text("left open")

new Html()
    .tag("p")
    .end()
    .end()   // throws NoSuchElementException

// ## Optional

Optional.of("  value ")
    .map(String::strip)
    .filter(s -> !s.isEmpty())
    .or(() -> Optional.of("default"))
    .get()
Optional.<String>empty()
    .map(String::length)
    .orElseGet(() -> -1)

List<Pizza> menu = Stream.of(
        Pizza.builder().with("cheese"),
        Pizza.builder().with("ham").size("small"))
    .map(Pizza.Builder::build)
    .toList();
menu.stream().map(Pizza::size).toList()
