// Names of java.util that the program does not import are free.
public class OwnList {
    static class List {
        int n;
        List add(int v) { n += v; return this; }
    }

    static class Map {}

    public static void main(String[] args) {
        List list = new List();
        list.add(3).add(4);

        System.out.println(list.n);
    }
}
