public class Causes {
    static class AppException extends RuntimeException {
        AppException(String m, Throwable t) { super(m, t); }
    }

    public static void main(String[] args) {
        try {
            Integer.parseInt("abc");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
            throw new AppException("bad input", e);
        }
    }
}
