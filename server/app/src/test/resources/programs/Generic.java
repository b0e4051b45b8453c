public class Generic<T extends Comparable<T>> {
    private T best;

    void offer(T t) { if (best == null || t.compareTo(best) > 0) best = t; }

    static <E extends Comparable<E>> E max(E a, E b) { return a.compareTo(b) >= 0 ? a : b; }

    public static void main(String[] args) {
        Generic<String> g = new Generic<>();
        for (String s : "the quick brown fox".split(" ")) g.offer(s);
        System.out.println(g.best + " " + max(3, 9));
    }
}
