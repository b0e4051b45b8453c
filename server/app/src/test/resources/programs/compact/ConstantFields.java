final int RED = 1;
final String KEY = "k" + RED;

void main() {
  final int LIMIT = RED * 3, STEP = 1;
  for (byte i = STEP; i < LIMIT; i++) {
    IO.println(i);
  }

  switch (1) {
    case RED -> IO.println("red");
    default -> IO.println("none");
  }

  switch ("k1") {
    case KEY -> IO.println("key");
    default -> IO.println("none");
  }
}
