static final int SIZE = 3;

static String stars(int n) {
    return "*".repeat(n);
}

static void main() {
    for (int i = 1; i <= SIZE; i++) {
        System.out.println(stars(i));
    }

    if (SIZE > 2) {
        return;
    }

    System.out.println("not reached");
}
