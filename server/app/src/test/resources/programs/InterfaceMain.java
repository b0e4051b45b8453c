public interface InterfaceMain {
    int SIZE = 4;

    static int square(int n) { return n * n; }

    static void main(String[] args) {
        System.out.println(square(SIZE));
    }
}
