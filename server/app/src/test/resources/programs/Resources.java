import java.io.*;

public class Resources {
    static class Door implements AutoCloseable {
        final String name;
        Door(String name) { this.name = name; System.out.println("open " + name); }
        @Override public void close() { System.out.println("close " + name); }
    }

    public static void main(String[] args) throws IOException {
        try (Door a = new Door("a"); Door b = new Door("b")) {
            System.out.println("inside " + a.name + b.name);
            throw new IllegalStateException("oops");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }

        try (BufferedReader in = new BufferedReader(new StringReader("one\ntwo"))) {
            String line;
            while ((line = in.readLine()) != null) System.out.println(line);
        }
    }
}
