// # Tic-tac-toe
//
// The machine looks at every game that can still be played. There are not that many.

enum Mark {
  X, O, NONE;

  Mark other() {
    return switch (this) {
      case X -> O;
      case O -> X;
      case NONE -> {
        throw new IllegalStateException("nobody's turn");
      }
    };
  }

  @Override
  public String toString() {
    return this == NONE ? "." : name();
  }
}

// ## The board
//
// Nine cells that never change; a move makes a new board.

record Board(List<Mark> cells, Mark turn) {
  private static final int[][] LINES = {
    {0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}
  };

  Board() {
    this(Collections.nCopies(9, Mark.NONE), Mark.X);
  }

  static Board parse(String picture) {
    var cells = new ArrayList<Mark>();
    int balance = 0;
    for (char c : picture.replaceAll("\\s", "").toCharArray()) {
      Mark mark = c == '.' ? Mark.NONE : Mark.valueOf(String.valueOf(c));
      balance += mark == Mark.X ? 1 : mark == Mark.O ? -1 : 0;
      cells.add(mark);
    }
    if (cells.size() != 9 || balance < 0 || balance > 1) {
      throw new IllegalArgumentException(cells.size() + " cells, " + balance + " too many");
    }
    return new Board(List.copyOf(cells), balance == 0 ? Mark.X : Mark.O);
  }

  Board play(int cell) {
    if (cells.get(cell) != Mark.NONE) throw new IllegalArgumentException("taken: " + cell);
    var next = new ArrayList<>(cells);
    next.set(cell, turn);
    return new Board(List.copyOf(next), turn.other());
  }

  IntStream moves() {
    return IntStream.range(0, 9).filter(i -> cells.get(i) == Mark.NONE);
  }

  Mark winner() {
    for (int[] line : LINES) {
      Mark first = cells.get(line[0]);
      if (first != Mark.NONE && first == cells.get(line[1]) && first == cells.get(line[2])) return first;
    }
    return Mark.NONE;
  }

  boolean over() {
    return winner() != Mark.NONE || moves().findAny().isEmpty();
  }

  @Override
  public String toString() {
    return IntStream.range(0, 3)
        .mapToObj(r -> cells.subList(3 * r, 3 * r + 3).stream().map(Mark::toString).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }
}

Board empty = new Board();
System.out.println(empty.play(4).play(0));
empty.turn()
empty.play(4).moves().toArray()

empty.play(4).play(4)   // throws IllegalArgumentException

empty.play(9)   // throws IndexOutOfBoundsException

Board.parse("XXX ... ...")   // throws IllegalArgumentException

// ## Minimax

int visited = 0;
Map<Board, Integer> scores = new HashMap<>();

int score(Board board) {
  Integer known = scores.get(board);
  if (known != null) return known;
  visited++;
  int result;
  if (board.winner() != Mark.NONE) result = board.winner() == Mark.X ? 1 : -1;
  else if (board.over()) result = 0;
  else {
    var outcomes = board.moves().map(m -> score(board.play(m)));
    result = board.turn() == Mark.X ? outcomes.max().getAsInt() : outcomes.min().getAsInt();
  }
  scores.put(board, result);
  return result;
}

int best(Board board) {
  int sign = board.turn() == Mark.X ? 1 : -1;
  return board.moves().boxed()
      .max(Comparator.comparingInt((Integer m) -> sign * score(board.play(m))).thenComparing(Comparator.reverseOrder()))
      .orElseThrow(() -> new IllegalStateException("the game is over"));
}

// Nobody has to lose:

score(empty)
visited

// Win when you can, and block when you must.

best(Board.parse("XX. OO. ..."))
best(Board.parse("XX. O.. ..."))
score(Board.parse("X.. ... ..O"))
score(Board.parse("X.. .O. ..."))

best(Board.parse("XOX XXO OXO"))   // throws IllegalStateException

// ## The machine against itself, and against a careless player

Board match(IntUnaryOperator careless) {
  Board board = new Board();
  for (int move = 0; !board.over(); move++) {
    int cell = move % 2 == 0 ? best(board) : careless.applyAsInt(move);
    Board before = board;
    if (before.cells().get(cell) != Mark.NONE) cell = before.moves().findFirst().getAsInt();
    board = board.play(cell);
  }
  return board;
}

Board lost = match(move -> 8 - move / 2);
System.out.println(lost);
lost.winner()

Board perfect = new Board();
while (!perfect.over()) perfect = perfect.play(best(perfect));
perfect.winner()
System.out.println(perfect);
perfect.turn().other()

Mark.NONE.other()   // throws IllegalStateException

// ## How many games are there?

long games(Board board) {
  return board.over() ? 1 : board.moves().mapToLong(m -> games(board.play(m))).sum();
}

games(Board.parse("XOX ... ..."))
scores.values().stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()))
