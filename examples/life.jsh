// # The Game of Life
//
// A cell lives on with two or three neighbours, and is born with exactly three.
// The world here is a torus: what leaves on the right comes back on the left.

record Cell(int row, int column) {}

class World {
  final int height, width;
  private final boolean[][] alive;

  World(int height, int width) {
    this.height = height;
    this.width = width;
    alive = new boolean[height][width];
  }

  static World parse(String picture) {
    String[] rows = picture.strip().split("\n");
    World world = new World(rows.length, rows[0].length());
    for (int r = 0; r < world.height; r++) {
      for (int c = 0; c < world.width; c++) {
        world.alive[r][c] = rows[r].charAt(c) == '#';
      }
    }
    return world;
  }

  boolean alive(int row, int column) {
    return alive[Math.floorMod(row, height)][Math.floorMod(column, width)];
  }

  int neighbours(int row, int column) {
    int count = 0;
    for (int dr = -1; dr <= 1; dr++) {
      for (int dc = -1; dc <= 1; dc++) {
        if ((dr != 0 || dc != 0) && alive(row + dr, column + dc)) count++;
      }
    }
    return count;
  }

  World step() {
    World next = new World(height, width);
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int n = neighbours(r, c);
        next.alive[r][c] = n == 3 || n == 2 && alive[r][c];
      }
    }
    return next;
  }

  long population() {
    return cells().count();
  }

  Stream<Cell> cells() {
    return IntStream.range(0, height).boxed()
        .flatMap(r -> IntStream.range(0, width).filter(c -> alive[r][c]).mapToObj(c -> new Cell(r, c)));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (boolean[] row : alive) {
      for (boolean cell : row) text.append(cell ? '#' : '.');
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof World world && Arrays.deepEquals(alive, world.alive);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(alive);
  }
}

// ## A glider
//
// Five cells that walk one step down and right in four generations.

World glider = World.parse("""
    .#......
    ..#.....
    ###.....
    ........
    ........
    ........
    """);
glider.population()
glider.neighbours(1, 1)

World now = glider;
for (int generation = 0; generation <= 4; generation++) {
  System.out.println("generation " + generation);
  System.out.println(now);
  now = now.step();
}

// ## Going round
//
// On a torus the glider comes home after as many steps as it takes to go round both ways.

World after(World world, int steps) {
  return steps == 0 ? world : after(world.step(), steps - 1);
}

OptionalInt period(World world, int limit) {
  World current = world;
  for (int n = 1; n <= limit; n++) {
    current = current.step();
    if (current.equals(world)) return OptionalInt.of(n);
  }
  return OptionalInt.empty();
}

after(glider, 4).cells().findFirst().get()
period(glider, 200)

// A blinker needs two steps, a block none at all, and an R-pentomino never returns.

var patterns = new LinkedHashMap<String, String>();
patterns.put("blinker", ".....\n..#..\n..#..\n..#..\n.....");
patterns.put("block", "....\n.##.\n.##.\n....");
patterns.put("toad", "......\n......\n..###.\n.###..\n......\n......");
patterns.put("pentomino", "........\n...##...\n..##....\n...#....\n........\n........\n........\n........");

patterns.forEach((name, picture) -> {
  OptionalInt p = period(World.parse(picture), 500);
  System.out.printf("%-10s %s%n", name, p.isPresent() ? "period " + p.getAsInt() : "does not return");
});

// ## Population over time

int[] history(World world, int steps) {
  return Stream.iterate(world, World::step).limit(steps).mapToInt(w -> (int) w.population()).toArray();
}

int[] populations = history(World.parse(patterns.get("pentomino")), 16);
String sparkline = "";
for (int p : populations) sparkline += "▁▂▃▄▅▆▇█".charAt(Math.min(7, p / 4));
sparkline
