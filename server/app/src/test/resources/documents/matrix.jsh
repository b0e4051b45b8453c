// # Matrices

record Matrix(double[][] cells) {
  static Matrix of(int rows, int columns, double... values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(values.length + " values for " + rows + "x" + columns);
    }
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) cells[r] = Arrays.copyOfRange(values, r * columns, (r + 1) * columns);
    return new Matrix(cells);
  }

  static Matrix identity(int n) {
    double[][] cells = new double[n][n];
    for (int i = 0; i < n; i++) cells[i][i] = 1;
    return new Matrix(cells);
  }

  int rows() {
    return cells.length;
  }

  int columns() {
    return cells[0].length;
  }

  Matrix map(DoubleUnaryOperator f) {
    return new Matrix(Arrays.stream(cells).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new));
  }

  Matrix transpose() {
    double[][] result = new double[columns()][rows()];
    for (int r = 0; r < rows(); r++) for (int c = 0; c < columns(); c++) result[c][r] = cells[r][c];
    return new Matrix(result);
  }

  Matrix times(Matrix other) {
    if (columns() != other.rows()) {
      throw new IllegalArgumentException(columns() + " columns against " + other.rows() + " rows");
    }
    double[][] result = new double[rows()][other.columns()];
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < other.columns(); c++) {
        for (int k = 0; k < columns(); k++) result[r][c] += cells[r][k] * other.cells[k][c];
      }
    }
    return new Matrix(result);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Matrix m && Arrays.deepEquals(cells, m.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cells);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(cells);
  }
}

Matrix a = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6)
Matrix b = a.transpose()
a.times(b)
a.times(Matrix.identity(3)).equals(a)
a.map(x -> x * x).cells()[1]

a.times(a)   // throws IllegalArgumentException

Matrix.of(2, 2, 1, 2, 3)   // throws IllegalArgumentException

// ## Powers, fast

Matrix power(Matrix m, int n) {
  if (n == 0) return Matrix.identity(m.rows());
  Matrix half = power(m, n / 2);
  Matrix square = half.times(half);
  return n % 2 == 0 ? square : square.times(m);
}

Matrix fib = Matrix.of(2, 2, 1, 1, 1, 0);
(long) power(fib, 70).cells()[0][1]
power(fib, 0)

// ## Gauss

double determinant(Matrix matrix) {
  double[][] m = matrix.map(x -> x).cells();
  double result = 1;
  for (int i = 0; i < m.length; i++) {
    int pivot = i;
    for (int r = i + 1; r < m.length; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
    if (m[pivot][i] == 0) return 0;
    if (pivot != i) {
      double[] row = m[i];
      m[i] = m[pivot];
      m[pivot] = row;
      result = -result;
    }
    result *= m[i][i];
    for (int r = i + 1; r < m.length; r++) {
      double factor = m[r][i] / m[i][i];
      for (int c = i; c < m.length; c++) m[r][c] -= factor * m[i][c];
    }
  }
  return result;
}

double[] solve(Matrix a, double... y) {
  int n = a.rows();
  double[][] m = new double[n][];
  for (int r = 0; r < n; r++) {
    m[r] = Arrays.copyOf(a.cells()[r], n + 1);
    m[r][n] = y[r];
  }
  for (int i = 0; i < n; i++) {
    if (m[i][i] == 0) throw new ArithmeticException("singular at " + i);
    for (int r = 0; r < n; r++) {
      if (r == i) continue;
      double factor = m[r][i] / m[i][i];
      for (int c = i; c <= n; c++) m[r][c] -= factor * m[i][c];
    }
  }
  return IntStream.range(0, n).mapToDouble(i -> m[i][n] / m[i][i]).toArray();
}

determinant(Matrix.of(2, 2, 3, 8, 4, 6))
determinant(Matrix.of(3, 3, 2, 0, 0, 0, 3, 0, 0, 0, 4))
solve(Matrix.of(2, 2, 2, 1, 1, 3), 5, 10)

solve(Matrix.of(2, 2, 0, 1, 1, 0), 1, 1)   // throws ArithmeticException

// ## Arrays of arrays

int[][] pascal = new int[6][]
for (int r = 0; r < pascal.length; r++) {
  pascal[r] = new int[r + 1];
  pascal[r][0] = pascal[r][r] = 1;
  for (int c = 1; c < r; c++) pascal[r][c] = pascal[r - 1][c - 1] + pascal[r - 1][c];
}
pascal[5]
int table[][] = {{1, 2}, {3, 4, 5}, {}};
table[1].length
Arrays.deepToString(table)
int sum = 0, cells[] = {4, 5, 6};
for (int[] row : table) for (int x : row) sum += x;
sum
cells[1]++
cells
cells[2] += table[1][2] <<= 2

// A spiral.

int[][] spiral(int n) {
  int[][] grid = new int[n][n];
  int r = 0, c = 0, dr = 0, dc = 1;
  for (int i = 1; i <= n * n; i++) {
    grid[r][c] = i;
    int nr = r + dr, nc = c + dc;
    if (nr < 0 || nc < 0 || nr >= n || nc >= n || grid[nr][nc] != 0) {
      int old = dr;
      dr = dc;
      dc = -old;
    }
    r += dr;
    c += dc;
  }
  return grid;
}

for (int[] row : spiral(4)) {
  for (int x : row) System.out.printf("%3d", x);
  System.out.println();
}
