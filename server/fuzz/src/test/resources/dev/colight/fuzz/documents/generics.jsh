class Node<T extends Comparable<T>> {
  T value; Node<T> left, right; int size = 1;
  Node(T v) { value = v; }
  Node<T> add(T v) {
    size++;
    if (v.compareTo(value) < 0) { if (left == null) left = new Node<>(v); else left.add(v); }
    else { if (right == null) right = new Node<>(v); else right.add(v); }
    return this;
  }
  void walk(Consumer<? super T> c) { if (left != null) left.walk(c); c.accept(value); if (right != null) right.walk(c); }
}

<T extends Comparable<T>> Node<T> tree(List<T> l) { var n = new Node<>(l.get(0)); l.stream().skip(1).forEach(n::add); return n; }

var t = tree(List.of(5, 2, 8, 1))

var out = new ArrayList<Integer>()

t.walk(out::add);

out

t.add(4).size

t.left.value = 3

out.clear(); t.walk(out::add); 

out

Map<String, Node<String>> trees = new TreeMap<>()

trees.computeIfAbsent("x", k -> new Node<>(k)).add("a").add("z")

trees.get("x").size

<K, V> Map<V, List<K>> invert(Map<K, V> m) { var r = new TreeMap<V, List<K>>(); m.forEach((k, v) -> r.computeIfAbsent(v, x -> new ArrayList<>()).add(k)); return r; }

invert(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "a")))
