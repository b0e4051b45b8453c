public class Recursive {
    public static void main(String[] args) {
        System.out.println("depth " + args.length);
        if (args.length < 3) {
            main(new String[args.length + 1]);
        }
        System.out.println("back " + args.length);
    }
}
