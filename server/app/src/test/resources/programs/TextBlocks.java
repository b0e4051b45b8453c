public class TextBlocks {
    static final String POEM = """
        Roses are red,

          violets are { blue
        // no comment
        """;

    public static void main(String[] args) {
        System.out.print(POEM);

        String t = """
            a }

            b""";
        System.out.println(t.lines().count());
    }
}
