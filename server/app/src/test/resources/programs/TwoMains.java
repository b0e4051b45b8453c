public class TwoMains {
    void main() {
        System.out.println("without arguments");
    }

    static void main(Object[] others) {
        System.out.println("of others");
    }

    public static void main(String[] args) {
        System.out.println("with arguments");
    }
}
