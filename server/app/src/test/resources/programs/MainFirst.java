public class MainFirst
{
    public static void main(String[] args)
    {
        System.out.println(greet("World"));

        count += 2;
        System.out.println(count);
    }

    static String greet(String name)
    {
        count++;
        return "Hello, " + name + "! " + count;
    }

    static int count = 10;
}
