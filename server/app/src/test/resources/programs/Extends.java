import java.util.*;

public class Extends extends ArrayList<Integer> implements Runnable {
    @Override
    public void run() { sort(Comparator.reverseOrder()); }

    @Override
    public boolean add(Integer i) { return super.add(i * 10); }

    public static void main(String[] args) {
        Extends e = new Extends();
        e.add(1);
        e.add(3);
        e.add(2);
        e.run();
        System.out.println(e);
    }
}
