public class LocalsHideFields {
    static int n = 3;
    static StringBuilder log = new StringBuilder("field");

    static int fieldN() {
        return n;
    }

    static void note(String s) {
        log.append(' ').append(s);
        n++;
    }

    public static void main(String[] args) {
        System.out.println(n);

        int n = 40;
        note("a");

        StringBuilder log = new StringBuilder("local");
        log.append(n);
        note("b");

        System.out.println(n + " " + fieldN() + " " + log);

        n = n + fieldN();
        show(n);
    }

    static void show(int local) {
        System.out.println(local + " " + n + " " + log);
    }
}
