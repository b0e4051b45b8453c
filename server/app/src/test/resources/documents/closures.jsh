// # What a lambda sees

// ## Top-level variables are fields: lambdas see them change

int count = 0;
Runnable tick = () -> count++;
tick.run(); tick.run();
count

String prefix = "> ";
Function<String, String> quote = line -> prefix + line;
quote.apply("text")
prefix = "| ";
quote.apply("text")

List<Supplier<Integer>> suppliers = new ArrayList<>();
for (int i = 0; i < 3; i++) {
  int n = i * 10;
  suppliers.add(() -> n + count);
}
count = 100;
suppliers.stream().map(Supplier::get).toList()

// ## Closures that keep something for themselves

IntSupplier counter(int start) {
  int[] next = {start};
  return () -> next[0]++;
}

IntSupplier one = counter(1), ten = counter(10);
one.getAsInt() + one.getAsInt() + ten.getAsInt()
one.getAsInt()

Supplier<String> cycle(String... items) {
  return new Supplier<String>() {
    int at = 0;

    @Override
    public String get() {
      return items[at++ % items.length];
    }
  };
}

Supplier<String> colours = cycle("red", "green", "blue");
Stream.generate(colours).limit(5).toList()

// ## Anonymous classes

Comparator<String> byLast = new Comparator<>() {
  @Override
  public int compare(String a, String b) {
    return Character.compare(last(a), last(b));
  }

  private char last(String s) {
    return s.charAt(s.length() - 1);
  }
};
Stream.of("xc", "ya", "zb").sorted(byLast).toList()
Stream.of("xc", "ya", "zb").sorted(byLast.reversed()).findFirst()

var point = new Object() {
  int x = 3;
  int y = 4;

  double length() {
    return Math.sqrt(x * x + y * y);
  }
};
point.length()
point.x += 5
point.x * point.y

abstract class Shape {
  abstract double area();

  public String toString() {
    return "area " + area();
  }
}

double side = 2;
Shape square = new Shape() {
  double area() {
    return side * side;
  }
};
square
side = 3;
square

var defaults = new HashMap<String, Integer>() {{
  put("width", 80);
  put("height", 24);
}};
defaults.get("width") * defaults.get("height")

// ## Inner, nested and local classes

class Account {
  private int balance;
  private static int accounts;

  Account() {
    accounts++;
  }

  class Transaction {
    final int amount;

    Transaction(int amount) {
      this.amount = amount;
      balance += amount;
    }

    void undo() {
      balance -= amount;
    }
  }

  static class Stats {
    int accounts() {
      return accounts;
    }
  }

  Transaction deposit(int amount) {
    return new Transaction(amount);
  }
}

Account account = new Account();
Account.Transaction first = account.deposit(50);
Account.Transaction second = account.new Transaction(25);
first.undo();

account.balance   // does not compile

second.amount + new Account.Stats().accounts()

String classify(List<Integer> numbers) {
  record Tally(int even, int odd) {
    Tally plus(int n) {
      return n % 2 == 0 ? new Tally(even + 1, odd) : new Tally(even, odd + 1);
    }
  }
  enum Side { EVEN, ODD, TIE }
  interface Judge {
    Side judge(Tally tally);
  }
  Judge judge = t -> t.even() == t.odd() ? Side.TIE : t.even() > t.odd() ? Side.EVEN : Side.ODD;
  Tally tally = new Tally(0, 0);
  for (int n : numbers) tally = tally.plus(n);
  return tally + " " + judge.judge(tally);
}

classify(List.of(1, 2, 3))
classify(List.of())

// ## Method references, of every kind

Function<String, Integer> parse = Integer::parseInt;
Function<String, Integer> measure = String::length;
Supplier<List<String>> create = ArrayList::new;
IntFunction<int[][]> grid = int[][]::new;
Consumer<Object> print = System.out::println;
parse.apply("12") + measure.apply("twelve")
create.get()
grid.apply(2).length
print.accept("printed");
BinaryOperator<Integer> add = Math::addExact;
add.apply(2, 3)

add.apply(Integer.MAX_VALUE, 1)   // throws ArithmeticException

// ## Recursion in a lambda goes through the variable

IntUnaryOperator factorial = null;
factorial = n -> n < 2 ? 1 : n * factorial.applyAsInt(n - 1);
factorial.applyAsInt(6)

UnaryOperator<UnaryOperator<String>> twice = f -> s -> f.apply(f.apply(s));
twice.apply(s -> s + "!").apply("hey")

// ## Events

class Button {
  private final List<Consumer<? super String>> listeners = new ArrayList<>();

  void onClick(Consumer<? super String> listener) {
    listeners.add(listener);
  }

  void click(String how) {
    listeners.forEach(l -> l.accept(how));
  }
}

Button button = new Button();
var heard = new ArrayList<Object>();
button.onClick(heard::add);
button.onClick(how -> count -= how.length());
button.onClick((Object o) -> System.out.println("clicked " + o));
button.click("once");
button.click("twice");
heard
count
