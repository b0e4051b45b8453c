public class ReturnsEarly {
    public static void main(String[] args) {
        System.out.println("start");

        if (args.length == 0) {
            System.out.println("usage: ReturnsEarly FILE");
            return;
        }

        System.out.println("file " + args[0]);
    }
}
