public class Ternaries {
    public static void main(String[] args) {
        int a = 5, b[] = {1, 2}, c;
        c = a > b[0]
            ? a
            : b[0];

        long sum = 0;
        int i = 0;
        do {
            sum += b[i];
        } while (++i < b.length);

        System.out.println(c + " " + sum);
        char ch = 'a';
        ch += 1;
        ch++;
        System.out.println(ch);
        System.out.println((char) (ch + 1) + "" + (ch + 1));
    }
}
