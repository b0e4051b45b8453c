public class Matrix {
    static double[][] multiply(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j < b[0].length; j++)
                for (int k = 0; k < b.length; k++)
                    c[i][j] += a[i][k] * b[k][j];
        return c;
    }

    static void print(double[][] m) {
        for (double[] row : m) {
            for (double v : row) System.out.print(v + " ");
            System.out.println();
        }
    }

    public static void main(String[] args) {
        double[][] a = {{1, 2}, {3, 4}}, b = {{0, 1}, {1, 0}};

        print(multiply(a, b));
        print(a);
    }
}
