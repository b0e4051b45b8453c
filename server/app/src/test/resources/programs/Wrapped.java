public class Wrapped {
    public static void main(
            String[] args)
            throws Exception {
        String joined = String.join(", ",
            "a",

            "b");
        System.out.println(joined);

        for (int i = 0;
            i < 2;
            i++)
        {
            System.out.println(i);

        }
    }

}
