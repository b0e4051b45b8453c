import java.util.*;
import java.util.function.Function;

class GenericMethods {
    static <A, B> List<B> map(List<A> in, Function<? super A, ? extends B> f) {
        List<B> out = new ArrayList<>();
        for (A a : in) out.add(f.apply(a));
        return out;
    }

    static int over(int n) { return n; }
    static int over(String s) { return s.length(); }
    static int over(int... all) { return all.length; }

    public static void main(String[] args) {
        List<Integer> lengths = map(List.of("a", "bb", "ccc"), String::length);
        System.out.println(lengths);

        System.out.println(over(7) + over("four") + over(1, 2, 3));
        System.out.println(map(List.of("x"), GenericMethods::over));
    }
}
