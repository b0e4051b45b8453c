import java.lang.reflect.*;
import java.util.*;

public class Reflection {
    static int a = 1;
    static String b = "x";

    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>();
        for (Field f : Reflection.class.getDeclaredFields()) names.add(f.getName());
        Collections.sort(names);
        System.out.println(names + " " + Reflection.class.getSimpleName());
    }
}
