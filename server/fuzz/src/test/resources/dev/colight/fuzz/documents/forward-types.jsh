class Tree { List<Leaf> leaves = new ArrayList<>(); int total() { return leaves.stream().mapToInt(Leaf::weight).sum(); } }

int heavy(Tree t) { return t.total() * FACTOR; }

record Leaf(int w) { int weight() { return w * scale; } }

int scale = 2

int FACTOR = 10

var tree = new Tree()

tree.leaves.add(new Leaf(3))

heavy(tree)

scale = 5

heavy(tree)

record Leaf(int w) { int weight() { return -w; } }

heavy(tree)

var tree2 = new Tree()

tree2.leaves.add(new Leaf(4))

tree2.total() + tree.leaves.size()

String scale = "now text"

tree2.total()
