import java.util.*;

public class Extends extends ArrayList<Integer> implements Comparator<Integer> {
    @Override
    public int compare(Integer a, Integer b) { return b - a; }

    @Override
    public boolean add(Integer i) { return super.add(i * 10); }

    public static void main(String[] args) {
        Extends e = new Extends();
        e.add(1);
        e.add(3);
        e.add(2);
        e.sort(e);
        System.out.println(e);
    }
}
