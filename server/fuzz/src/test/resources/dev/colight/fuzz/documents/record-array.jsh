record Grid(int[] cells, List<int[]> rows) { int sum() { int s = 0; for (int c : cells) s += c; return s; } }

var g = new Grid(new int[] {1, 2, 3}, new ArrayList<>())

g.cells()[0] = 7

g.sum()

g.rows().add(g.cells())

g.rows().get(0)[1]++

g.sum() + " " + g.cells()[1]

var h = new Grid(g.cells(), g.rows())

h.cells()[2] *= 3

g.sum() == h.sum()

h.rows().clear()

g.rows().size()
