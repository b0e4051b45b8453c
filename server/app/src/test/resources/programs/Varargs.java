public class Varargs {
    static String join(String sep, Object... parts) {
        StringBuilder sb = new StringBuilder();
        for (Object p : parts) {
            if (sb.length() > 0) sb.append(sep);
            sb.append(p);
        }
        return sb.toString();
    }

    public static void main(String[] args) {
        System.out.println(join("-", 1, 'x', "y", 2.5));

        System.out.println(join("-"));
        var arr = new Object[] {"a", null};
        System.out.println(join("/", arr));
    }
}
