import java.util.Scanner;

public class InputLess {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.print("Your name: ");

        String name = in.hasNextLine() ? in.nextLine() : "nobody";
        System.out.println("Hello " + name);

        int n = in.nextInt();
        System.out.println(n);
    }
}
