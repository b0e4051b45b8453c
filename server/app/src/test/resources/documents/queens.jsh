// # Backtracking
//
// Try, go on, and take it back when it does not work out.

// ## Queens

List<int[]> queens(int n) {
  var solutions = new ArrayList<int[]>();
  place(new int[n], 0, solutions);
  return solutions;
}

void place(int[] columns, int row, List<int[]> solutions) {
  if (row == columns.length) {
    solutions.add(columns.clone());
    return;
  }
  candidates:
  for (int column = 0; column < columns.length; column++) {
    for (int above = 0; above < row; above++) {
      int distance = row - above;
      if (Math.abs(columns[above] - column) == distance || columns[above] == column) continue candidates;
    }
    columns[row] = column;
    place(columns, row + 1, solutions);
  }
}

queens(6)
IntStream.rangeClosed(1, 8).map(n -> queens(n).size()).toArray()

String board(int[] columns) {
  var text = new StringBuilder();
  for (int queen : columns) {
    for (int c = 0; c < columns.length; c++) text.append(c == queen ? "♛ " : "· ");
    text.append("\n");
  }
  return text.toString();
}

System.out.print(board(queens(8).get(0)));

// ## Sudoku

String puzzle = """
    53..7....
    6..195...
    .98....6.
    8...6...3
    4..8.3..1
    7...2...6
    .6....28.
    ...419..5
    ....8..79
    """;

int[][] grid = puzzle.lines().map(line -> line.chars().map(c -> c == '.' ? 0 : c - '0').toArray()).toArray(int[][]::new);
grid.length
grid[0]

int tries = 0;

boolean solve(int[][] grid) {
  for (int r = 0; r < 9; r++) {
    for (int c = 0; c < 9; c++) {
      if (grid[r][c] != 0) continue;
      for (int digit = 1; digit <= 9; digit++) {
        if (allowed(grid, r, c, digit)) {
          tries++;
          grid[r][c] = digit;
          if (solve(grid)) return true;
          grid[r][c] = 0;
        }
      }
      return false;
    }
  }
  return true;
}

boolean allowed(int[][] grid, int row, int column, int digit) {
  for (int i = 0; i < 9; i++) {
    if (grid[row][i] == digit || grid[i][column] == digit) return false;
    if (grid[row / 3 * 3 + i / 3][column / 3 * 3 + i % 3] == digit) return false;
  }
  return true;
}

boolean solved = solve(grid);
for (int[] row : grid) System.out.println(Arrays.stream(row).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
tries

// ## Change for a hundred, with each coin at most twice

record Change(Map<Integer, Integer> coins) {}

Optional<List<Integer>> change(int amount, List<Integer> coins) {
  if (amount == 0) return Optional.of(List.of());
  if (amount < 0 || coins.isEmpty()) return Optional.empty();
  for (int count = 2; count >= 0; count--) {
    int coin = coins.get(0), times = count;
    Optional<List<Integer>> rest = change(amount - times * coin, coins.subList(1, coins.size()));
    if (rest.isPresent()) {
      return rest.map(r -> Stream.concat(Collections.nCopies(times, coin).stream(), r.stream()).toList());
    }
  }
  return Optional.empty();
}

change(88, List.of(50, 20, 10, 5, 2, 1))
change(99, List.of(50, 20, 5))

change(99, List.of(50, 20, 5)).get()   // throws NoSuchElementException

// ## The knight's tour, by Warnsdorff's rule

int[][] jumps = {{1, 2}, {2, 1}, {2, -1}, {1, -2}, {-1, -2}, {-2, -1}, {-2, 1}, {-1, 2}};

List<int[]> free(int[][] seen, int r, int c) {
  var result = new ArrayList<int[]>();
  for (int[] jump : jumps) {
    int nr = r + jump[0], nc = c + jump[1];
    if (nr >= 0 && nc >= 0 && nr < seen.length && nc < seen.length && seen[nr][nc] == 0) result.add(new int[] {nr, nc});
  }
  return result;
}

int[][] tour(int size) {
  int[][] seen = new int[size][size];
  int r = 0, c = 0;
  for (int step = 1; step <= size * size; step++) {
    seen[r][c] = step;
    var next = free(seen, r, c).stream().min(Comparator.comparingInt((int[] to) -> free(seen, to[0], to[1]).size()));
    if (next.isEmpty()) break;
    r = next.get()[0];
    c = next.get()[1];
  }
  return seen;
}

for (int[] row : tour(5)) {
  for (int step : row) System.out.printf("%3d", step);
  System.out.println();
}
