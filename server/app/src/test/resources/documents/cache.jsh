// # Caches
//
// Least recently used goes first.

// ## With a LinkedHashMap

class LruCache<K, V> extends LinkedHashMap<K, V> {
  private final int capacity;
  int hits, misses;

  LruCache(int capacity) {
    super(16, 0.75f, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }

  @Override
  public V get(Object key) {
    V value = super.get(key);
    if (value == null) misses++;
    else hits++;
    return value;
  }
}

var cache = new LruCache<String, Integer>(3);
cache.put("one", 1);
cache.put("two", 2);
cache.put("three", 3);
cache
cache.get("one")
cache.put("four", 4);
cache
cache.get("two")
cache.containsKey("three")
cache.keySet().iterator().next()
cache.hits + "/" + (cache.hits + cache.misses)

// ## By hand: a map into a doubly linked list

class Lru<K, V> {
  private class Node {
    final K key;
    V value;
    Node before, after;

    Node(K key, V value) {
      this.key = key;
      this.value = value;
    }

    void unlink() {
      before.after = after;
      after.before = before;
    }

    void insertAfter(Node node) {
      before = node;
      after = node.after;
      before.after = this;
      after.before = this;
    }
  }

  private final Map<K, Node> nodes = new HashMap<>();
  private final Node ends = new Node(null, null);
  private final int capacity;
  private final BiConsumer<? super K, ? super V> evicted;

  Lru(int capacity, BiConsumer<? super K, ? super V> evicted) {
    if (capacity < 1) throw new IllegalArgumentException("capacity " + capacity);
    this.capacity = capacity;
    this.evicted = evicted;
    ends.before = ends.after = ends;
  }

  Optional<V> get(K key) {
    Node node = nodes.get(key);
    if (node == null) return Optional.empty();
    node.unlink();
    node.insertAfter(ends);
    return Optional.of(node.value);
  }

  void put(K key, V value) {
    Node node = nodes.get(key);
    if (node != null) {
      node.value = value;
      node.unlink();
    } else {
      if (nodes.size() == capacity) {
        Node last = ends.before;
        last.unlink();
        nodes.remove(last.key);
        evicted.accept(last.key, last.value);
      }
      node = new Node(key, value);
      nodes.put(key, node);
    }
    node.insertAfter(ends);
  }

  List<K> keys() {
    var keys = new ArrayList<K>();
    for (Node node = ends.after; node != ends; node = node.after) keys.add(node.key);
    return keys;
  }
}

var gone = new ArrayList<String>();
Lru<Integer, String> lru = new Lru<>(2, (k, v) -> gone.add(k + "=" + v));
lru.put(1, "a");
lru.put(2, "b");
lru.get(1)
lru.put(3, "c");
lru.keys()
lru.get(2).isPresent()
gone
lru.put(1, "A");
lru.keys()
lru.get(1).get()

new Lru<String, String>(0, null)   // throws IllegalArgumentException

// ## Least frequently used

class Lfu<K, V> {
  private final Map<K, V> values = new HashMap<>();
  private final Map<K, Integer> uses = new HashMap<>();
  private final TreeMap<Integer, LinkedHashSet<K>> byUse = new TreeMap<>();
  private final int capacity;

  Lfu(int capacity) {
    this.capacity = capacity;
  }

  V get(K key, Function<? super K, ? extends V> load) {
    if (!values.containsKey(key)) {
      if (values.size() == capacity) evict();
      values.put(key, load.apply(key));
    }
    touch(key);
    return values.get(key);
  }

  private void touch(K key) {
    int n = uses.merge(key, 1, Integer::sum);
    if (n > 1) drop(key, n - 1);
    byUse.computeIfAbsent(n, k -> new LinkedHashSet<>()).add(key);
  }

  private void drop(K key, int n) {
    Set<K> keys = byUse.get(n);
    keys.remove(key);
    if (keys.isEmpty()) byUse.remove(n);
  }

  private void evict() {
    var least = byUse.firstEntry();
    K key = least.getValue().iterator().next();
    drop(key, least.getKey());
    uses.remove(key);
    values.remove(key);
    System.out.println("evict " + key);
  }

  @Override
  public String toString() {
    return byUse.toString();
  }
}

int loads = 0;
var lfu = new Lfu<Character, Integer>(2);
for (char c : "aababcaca".toCharArray()) {
  lfu.get(c, k -> {
    loads++;
    return (int) k;
  });
}
lfu
loads

// ## What a cache is good for: the same work load on all of them

List<Integer> requests(int n) {
  Random random = new Random(99);
  return IntStream.range(0, n).map(i -> (int) Math.abs(random.nextGaussian() * 10)).boxed().toList();
}

double rate(int capacity, int n) {
  var c = new LruCache<Integer, Boolean>(capacity);
  for (int key : requests(n)) if (c.get(key) == null) c.put(key, true);
  return 100.0 * c.hits / n;
}

for (int capacity = 1; capacity <= 32; capacity *= 2) {
  System.out.printf("%2d entries: %5.1f %%%n", capacity, rate(capacity, 5000));
}

// ## Soft edges

Map<String, Integer> tree = new TreeMap<>(Map.of("a", 1, "b", 2));
tree.computeIfPresent("a", (k, v) -> v + 10)
tree.compute("b", (k, v) -> null)
tree.merge("c", 5, Integer::sum)
tree.getOrDefault("z", -1)
tree.putIfAbsent("c", 9)
tree
new TreeMap<>(tree).headMap("b")

Map.of("x", 1, "x", 2)   // throws IllegalArgumentException

for (String key : tree.keySet()) tree.remove(key);   // throws ConcurrentModificationException
