// # To understand recursion

// ## The classics

long factorial(int n) {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

int fib(int n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

factorial(20)
factorial(21) < 0
fib(20)

int ackermann(int m, int n) {
  if (m == 0) return n + 1;
  return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

ackermann(2, 3)

int down(int n) {
  return down(n + 1) + 1;
}

down(0)   // throws StackOverflowError

// ## Remembering

Map<Integer, BigInteger> known = new HashMap<>();
BigInteger fibonacci(int n) {
  if (n < 2) return BigInteger.valueOf(n);
  BigInteger value = known.get(n);
  if (value == null) {
    value = fibonacci(n - 1).add(fibonacci(n - 2));
    known.put(n, value);
  }
  return value;
}

fibonacci(300)
known.size()
fibonacci(50).equals(BigInteger.valueOf(12586269025L))

// `computeIfAbsent` looks tempting, but a map must not change while it computes.

Map<Integer, Integer> tempting = new HashMap<>();
int tempted(int n) {
  return n < 2 ? n : tempting.computeIfAbsent(n, k -> tempted(k - 1) + tempted(k - 2));
}

tempted(40)   // throws ConcurrentModificationException

// A memo for any function.

<A, B> Function<A, B> memo(Function<A, B> f) {
  var cache = new HashMap<A, B>();
  return a -> {
    if (!cache.containsKey(a)) cache.put(a, f.apply(a));
    return cache.get(a);
  };
}

int calls = 0;
Function<Integer, Long> squares = memo(x -> {
  calls++;
  return (long) x * x;
});
squares.apply(12) + squares.apply(12) + squares.apply(5)
calls

// ## Towers and trees

int moves = 0;

void hanoi(int n, char from, char to, char spare) {
  if (n == 0) return;
  hanoi(n - 1, from, spare, to);
  moves++;
  if (n == 3) System.out.println("the big one goes from " + from + " to " + to);
  hanoi(n - 1, spare, to, from);
}

hanoi(3, 'A', 'C', 'B')
moves

record Tree(int value, Tree left, Tree right) {
  static Tree insert(Tree tree, int value) {
    if (tree == null) return new Tree(value, null, null);
    if (value < tree.value) return new Tree(tree.value, insert(tree.left, value), tree.right);
    return new Tree(tree.value, tree.left, insert(tree.right, value));
  }

  static int depth(Tree tree) {
    return tree == null ? 0 : 1 + Math.max(depth(tree.left), depth(tree.right));
  }

  static void walk(Tree tree, java.util.function.IntConsumer visit) {
    if (tree != null) {
      walk(tree.left, visit);
      visit.accept(tree.value);
      walk(tree.right, visit);
    }
  }
}

Tree tree = null;
for (int v : new int[] {50, 30, 70, 20, 40, 60, 80, 35}) tree = Tree.insert(tree, v);
Tree.depth(tree)
var inOrder = new ArrayList<Integer>();
Tree.walk(tree, inOrder::add);
inOrder

// ## All of them

<T> List<List<T>> permutations(List<T> items) {
  if (items.isEmpty()) return List.of(List.of());
  var result = new ArrayList<List<T>>();
  for (int i = 0; i < items.size(); i++) {
    var rest = new ArrayList<>(items);
    T head = rest.remove(i);
    for (List<T> tail : permutations(rest)) {
      var one = new ArrayList<T>(List.of(head));
      one.addAll(tail);
      result.add(one);
    }
  }
  return result;
}

List<String> subsets(String s) {
  if (s.isEmpty()) return List.of("");
  List<String> rest = subsets(s.substring(1));
  return Stream.concat(rest.stream(), rest.stream().map(t -> s.charAt(0) + t)).sorted().toList();
}

permutations(List.of(1, 2, 3))
permutations(List.of('a', 'b', 'c', 'd', 'e')).size()
subsets("abc")

// ## Dynamic programming: recursion, the other way round

int coins(int amount, int... kinds) {
  int[] ways = new int[amount + 1];
  ways[0] = 1;
  for (int kind : kinds) for (int a = kind; a <= amount; a++) ways[a] += ways[a - kind];
  return ways[amount];
}

int distance(String a, String b) {
  int[][] d = new int[a.length() + 1][b.length() + 1];
  for (int i = 0; i <= a.length(); i++) {
    for (int j = 0; j <= b.length(); j++) {
      if (i == 0 || j == 0) d[i][j] = i + j;
      else d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
    }
  }
  return d[a.length()][b.length()];
}

coins(100, 1, 5, 10, 25, 50)
distance("kitten", "sitting")
distance("", "abc")

String common(String a, String b) {
  if (a.isEmpty() || b.isEmpty()) return "";
  String x = a.substring(1), y = b.substring(1);
  if (a.charAt(0) == b.charAt(0)) return a.charAt(0) + common(x, y);
  String left = common(a, y), right = common(x, b);
  return left.length() >= right.length() ? left : right;
}

common("nematode", "empty")
