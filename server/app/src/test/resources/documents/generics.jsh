// # Containers of our own

// ## A linked list that never changes

abstract class Seq<T> implements Iterable<T> {
  abstract boolean isEmpty();
  abstract T head();
  abstract Seq<T> tail();

  Seq<T> prepend(T item) {
    return new Cons<>(item, this);
  }

  <R> Seq<R> map(Function<? super T, ? extends R> f) {
    return isEmpty() ? Seq.empty() : tail().<R>map(f).prepend(f.apply(head()));
  }

  <R> R fold(R zero, BiFunction<? super R, ? super T, ? extends R> f) {
    R result = zero;
    for (T item : this) result = f.apply(result, item);
    return result;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<T>() {
      private Seq<T> rest = Seq.this;

      public boolean hasNext() {
        return !rest.isEmpty();
      }

      public T next() {
        T item = rest.head();
        rest = rest.tail();
        return item;
      }
    };
  }

  @Override
  public String toString() {
    var joiner = new StringJoiner(" : ", "", " : nil");
    joiner.setEmptyValue("nil");
    for (T item : this) joiner.add(String.valueOf(item));
    return joiner.toString();
  }

  static <T> Seq<T> empty() {
    return new Nil<>();
  }

  @SafeVarargs
  static <T> Seq<T> of(T... items) {
    Seq<T> seq = empty();
    for (int i = items.length; i-- > 0; ) seq = seq.prepend(items[i]);
    return seq;
  }

  private static class Nil<T> extends Seq<T> {
    boolean isEmpty() { return true; }
    T head() { throw new NoSuchElementException("head of nil"); }
    Seq<T> tail() { throw new NoSuchElementException("tail of nil"); }
  }

  private static class Cons<T> extends Seq<T> {
    private final T head;
    private final Seq<T> tail;

    Cons(T head, Seq<T> tail) {
      this.head = head;
      this.tail = tail;
    }

    boolean isEmpty() { return false; }
    T head() { return head; }
    Seq<T> tail() { return tail; }
  }
}

Seq<Integer> numbers = Seq.of(1, 2, 3, 4)
numbers.map(n -> n * n)
numbers.fold(0, Integer::sum)
numbers.fold("", (s, n) -> s + n)
Seq.empty()

Seq.empty().head()   // throws NoSuchElementException

// ## Bounds and wildcards
//
// Producer extends, consumer super.

<T> void copy(Collection<? super T> to, Iterable<? extends T> from) {
  for (T item : from) to.add(item);
}

double total(Collection<? extends Number> numbers) {
  return numbers.stream().mapToDouble(Number::doubleValue).sum();
}

<T extends Comparable<? super T>> T largest(Iterable<T> items) {
  var iterator = items.iterator();
  T best = iterator.next();
  while (iterator.hasNext()) {
    T item = iterator.next();
    if (item.compareTo(best) > 0) best = item;
  }
  return best;
}

<T extends Object & Comparable<T>> boolean sorted(T... items) {
  for (int i = 1; i < items.length; i++) if (items[i - 1].compareTo(items[i]) > 0) return false;
  return true;
}

List<Object> objects = new ArrayList<>(List.of("first"));
copy(objects, numbers);
copy(objects, List.of(2.5, 'c'));
objects
total(List.of(1, 2L, 3.5f, new BigDecimal("0.25")))
largest(numbers)
largest(List.of("pear", "apple", "quince"))
sorted(1, 2, 2, 9)
sorted("b", "a")

// Inferred types can be ones that nobody can write.

var mixed = List.of(1, "two", 3.0);
mixed.contains("two")
var either = numbers.isEmpty() ? "none" : numbers.head();

// ## A multimap

class Multimap<K extends Comparable<K>, V> {
  private final SortedMap<K, List<V>> map = new TreeMap<>();

  Multimap<K, V> put(K key, V value) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    return this;
  }

  List<V> get(K key) {
    return map.getOrDefault(key, List.of());
  }

  <W extends Comparable<W>> Multimap<W, K> inverse(Function<? super V, ? extends W> by) {
    var result = new Multimap<W, K>();
    map.forEach((key, values) -> values.forEach(value -> result.put(by.apply(value), key)));
    return result;
  }

  @Override
  public String toString() {
    return map.toString();
  }
}

var speakers = new Multimap<String, String>().put("Zurich", "German").put("Geneva", "French").put("Bern", "German").put("Bern", "French");
speakers.get("Bern")
speakers.inverse(language -> language.substring(0, 2))
speakers.inverse(String::length).get(6)

// ## A stack over an array

class Stack<E> {
  private E[] items;
  private int size;

  @SuppressWarnings("unchecked")
  Stack(int capacity) {
    items = (E[]) new Object[capacity];
  }

  void push(E item) {
    if (size == items.length) items = Arrays.copyOf(items, 2 * size);
    items[size++] = item;
  }

  E pop() {
    if (size == 0) throw new IllegalStateException("empty");
    E item = items[--size];
    items[size] = null;
    return item;
  }

  int capacity() {
    return items.length;
  }
}

Stack<String> stack = new Stack<>(2);
for (String s : "to be or not".split(" ")) stack.push(s);
stack.capacity()
stack.pop() + " " + stack.pop()

stack.pop() + stack.pop() + stack.pop()   // throws IllegalStateException

// Erasure shows when somebody cheats.

List<String> strings = new ArrayList<>();
((List) strings).add(42);
strings.size()

strings.get(0).length()   // throws ClassCastException
