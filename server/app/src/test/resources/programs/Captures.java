import java.util.*;
import java.util.function.*;

public class Captures {
    static int calls;

    public static void main(String[] args) {
        int base = 10;
        final String suffix;
        suffix = "!";
        List<Supplier<String>> suppliers = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            int j = i;
            suppliers.add(() -> base + j + suffix + ++calls);
        }

        for (Supplier<String> s : suppliers) System.out.println(s.get());

        Runnable r = new Runnable() {
            int own = base;
            @Override public void run() { System.out.println(this.own + suffix.length()); }
        };
        r.run();

        class Counter {
            int n = base;
            int next() { return n++ + suffix.length(); }
        }
        Counter c = new Counter();
        c.next();

        System.out.println(c.next() + " " + calls);
    }
}
