import java.io.IOException;

public class Throws {
    static void risky(int n) throws IOException {
        if (n > 1) throw new IOException("n is " + n);
    }

    public static void main(String[] args) throws Exception {
        risky(1);
        System.out.println("one");

        risky(2);
        System.out.println("two");

        System.out.println("three");
    }
}
