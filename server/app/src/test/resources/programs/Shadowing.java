public class Shadowing {
    static int x = 1;
    static String name = "field";

    static int getX() { return x; }
    static void setX(int x) { Shadowing.x = x; }

    public static void main(String[] args) {
        int x = 5;
        System.out.println(x + " " + getX());

        setX(9);
        System.out.println(x + " " + getX());

        String name = "local";
        System.out.println(name);
    }
}
