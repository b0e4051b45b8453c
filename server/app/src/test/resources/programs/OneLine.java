public class OneLine { public static void main(String[] args) { System.out.println("one line"); } }
