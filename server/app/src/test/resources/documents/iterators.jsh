// # Things to go through

// ## A range

class Range implements Iterable<Integer> {
  private final int from, to, step;

  Range(int from, int to, int step) {
    if (step == 0) throw new IllegalArgumentException("step of zero");
    this.from = from;
    this.to = to;
    this.step = step;
  }

  Range(int from, int to) {
    this(from, to, from <= to ? 1 : -1);
  }

  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      int next = from;

      @Override
      public boolean hasNext() {
        return step > 0 ? next < to : next > to;
      }

      @Override
      public Integer next() {
        if (!hasNext()) throw new NoSuchElementException("past " + to);
        int result = next;
        next += step;
        return result;
      }
    };
  }
}

int product = 1;
for (int i : new Range(1, 6)) product *= i;
product
var countdown = new ArrayList<Integer>();
new Range(3, 0).forEach(countdown::add);
countdown

new Range(1, 2, 0)   // throws IllegalArgumentException

Iterator<Integer> two = new Range(0, 2).iterator();
two.next() + two.next()

two.next()   // throws NoSuchElementException

// ## Tools for iterables

<T> Iterable<T> take(int n, Iterable<T> source) {
  return () -> {
    Iterator<T> inner = source.iterator();
    return new Iterator<T>() {
      int left = n;
      public boolean hasNext() { return left > 0 && inner.hasNext(); }
      public T next() { left--; return inner.next(); }
    };
  };
}

<T> Iterable<T> filter(Iterable<T> source, Predicate<? super T> keep) {
  return () -> new Iterator<T>() {
    final Iterator<T> inner = source.iterator();
    T ready;
    boolean found;

    public boolean hasNext() {
      while (!found && inner.hasNext()) {
        ready = inner.next();
        found = keep.test(ready);
      }
      return found;
    }

    public T next() {
      if (!hasNext()) throw new NoSuchElementException();
      found = false;
      return ready;
    }
  };
}

<T> List<T> list(Iterable<T> source) {
  var result = new ArrayList<T>();
  for (T item : source) result.add(item);
  return result;
}

Iterable<Long> fibonacci = () -> new Iterator<Long>() {
  private long a = 0, b = 1;

  public boolean hasNext() {
    return true;
  }

  public Long next() {
    long result = a;
    a = b;
    b += result;
    return result;
  }
};

list(take(12, fibonacci))
list(take(5, filter(fibonacci, n -> n % 2 == 0)))
list(take(3, filter(new Range(10, 100), n -> n % 17 == 0)))
list(take(0, fibonacci))

// ## A tree to walk, depth first and breadth first

class Node implements Iterable<Node> {
  final String name;
  final List<Node> children;

  Node(String name, Node... children) {
    this.name = name;
    this.children = List.of(children);
  }

  public Iterator<Node> iterator() {
    var stack = new ArrayDeque<Node>(List.of(this));
    return new Iterator<>() {
      public boolean hasNext() {
        return !stack.isEmpty();
      }

      public Node next() {
        Node node = stack.pop();
        for (int i = node.children.size() - 1; i >= 0; i--) stack.push(node.children.get(i));
        return node;
      }
    };
  }

  Stream<Node> levels() {
    return Stream.iterate(List.of(this), level -> !level.isEmpty(), level -> level.stream().flatMap(n -> n.children.stream()).toList()).flatMap(List::stream);
  }

  @Override
  public String toString() {
    return children.isEmpty() ? name : name + children;
  }
}

Node root = new Node("root", new Node("bin", new Node("java"), new Node("jshell")), new Node("etc"), new Node("home", new Node("ada", new Node("notes"))));
StreamSupport.stream(root.spliterator(), false).map(n -> n.name).collect(Collectors.joining(" "))
root.levels().map(n -> n.name).collect(Collectors.joining(" "))
root.children.get(2)

// ## While something changes

List<String> names = new ArrayList<>(List.of("ann", "bob", "carol", "dave"));
for (Iterator<String> it = names.iterator(); it.hasNext(); ) if (it.next().length() == 3) it.remove();
names
ListIterator<String> editor = names.listIterator();
while (editor.hasNext()) {
  String name = editor.next();
  editor.set(name.toUpperCase());
  if (editor.nextIndex() == 1) editor.add("(between)");
}
names
names.removeIf(n -> n.startsWith("("))

for (String name : names) names.add(name);   // throws ConcurrentModificationException

names.size()

List.of(1).iterator().remove()   // throws UnsupportedOperationException

// ## Scanner

var scanner = new Scanner("3 apples, 2.5 pears");
scanner.nextInt()
scanner.next()
scanner.hasNextInt()
int skipped = 0;
for (; scanner.hasNext(); skipped++) scanner.next();
skipped

scanner.nextInt()   // throws NoSuchElementException

PrimitiveIterator.OfInt digits = IntStream.iterate(1234, n -> n > 0, n -> n / 10).map(n -> n % 10).iterator();
digits.nextInt() * 10 + digits.nextInt()
