enum Level {
  LOW, HIGH { @Override int cost() { return hits * 10; } };
  int hits;
  final List<String> log = new ArrayList<>();
  static int total;
  int cost() { return hits; }
  Level hit(String s) { hits++; total++; log.add(s); return this; }
}

Level.LOW.hit("a").cost()

Level.HIGH.hit("b").hit("c").cost()

Level.total

var by = new EnumMap<Level, Integer>(Level.class)

for (Level l : Level.values()) by.merge(l, l.hits, Integer::sum);

by

Level.LOW.log.add("x")

Level.LOW.log + "" + Level.HIGH.log

Level.valueOf("LOW").hits = 40

Level.LOW.cost()

Stream.of(Level.values()).mapToInt(Level::cost).sum()
