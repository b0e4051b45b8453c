import java.util.*;

public class Singleton {
    static Singleton instance = new Singleton();
    static int created = 5;

    private final List<String> log = new ArrayList<>();

    private Singleton() { created++; }

    static Singleton get() { return instance; }

    public static void main(String[] args) {
        Singleton.get().log.add("x");
        System.out.println(created + " " + get().log);
    }
}
