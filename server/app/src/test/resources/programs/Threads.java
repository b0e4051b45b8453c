import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

public class Threads {
    private static final AtomicInteger counter = new AtomicInteger();
    private static int plain;

    private static synchronized void inc() { plain++; }

    private static synchronized int get() { return plain; }

    public static void main(String[] args) throws InterruptedException {
        Thread[] ts = new Thread[4];
        for (int i = 0; i < ts.length; i++) {
            ts[i] = new Thread(() -> { for (int k = 0; k < 1000; k++) { counter.incrementAndGet(); inc(); } });
            ts[i].start();
        }

        for (Thread t : ts) t.join();

        System.out.println(counter.get() + " " + get());
    }
}
