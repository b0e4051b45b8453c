class Hanoi {
    static int moves;

    static void move(int n, char from, char to, char via) {
        if (n == 0) {
            return;
        }
        move(n - 1, from, via, to);
        moves++;
        System.out.println("Move disk " + n + " from " + from + " to " + to);
        move(n - 1, via, to, from);
    }

    public static void main(String... args) {
        move(3, 'A', 'C', 'B');

        System.out.printf("%d moves%n", moves);
    }
}
