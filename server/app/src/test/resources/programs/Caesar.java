public class Caesar {
    public static void main(String[] args) {
        String str = "The quick brown fox Jumped over the lazy Dog";

        System.out.println( encode( str, 12 ));
        System.out.println( decode( encode( str, 12), 12 ));
    }

    public static String decode(String enc, int offset) {
        return encode(enc, 26-offset);
    }

    public static String encode(String enc, int offset) {
        offset = offset % 26 + 26;
        StringBuilder encoded = new StringBuilder();
        for (char i : enc.toCharArray()) {
            if (Character.isLetter(i)) {
                char a = Character.isUpperCase(i) ? 'A' : 'a';
                encoded.append((char) (a + (i - a + offset) % 26));
            } else {
                encoded.append(i);
            }
        }
        return encoded.toString();
    }
}
