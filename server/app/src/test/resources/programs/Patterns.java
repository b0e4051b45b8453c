public class Patterns {
    static String describe(Object o) {
        if (o instanceof Integer i && i > 10) return "big " + i;
        if (!(o instanceof String s)) return "other";
        return "text " + s.length();
    }

    public static void main(String[] args) {
        System.out.println(describe(11) + describe("abc") + describe('c'));

        Object value = "pattern";
        if (!(value instanceof String text)) {
            return;
        }

        System.out.println(text.toUpperCase());
    }
}
