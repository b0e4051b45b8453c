public class Exits {
    public static void main(String[] args) {
        System.out.println("before");

        if (args.length == 0) System.exit(3);

        System.out.println("after");
    }
}
