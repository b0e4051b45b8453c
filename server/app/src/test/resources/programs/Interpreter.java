import java.util.*;

public class Interpreter {
    sealed interface Expr permits Num, Add, Mul {}
    record Num(int v) implements Expr {}
    record Add(Expr l, Expr r) implements Expr {}
    record Mul(Expr l, Expr r) implements Expr {}

    private static String src;
    private static int pos;

    static int eval(Expr e) {
        if (e instanceof Num n) return n.v();
        if (e instanceof Add a) return eval(a.l()) + eval(a.r());
        if (e instanceof Mul m) return eval(m.l()) * eval(m.r());
        throw new AssertionError();
    }

    static Expr sum() {
        Expr e = product();
        while (pos < src.length() && src.charAt(pos) == '+') {
            pos++;
            e = new Add(e, product());
        }
        return e;
    }

    static Expr product() {
        Expr e = atom();
        while (pos < src.length() && src.charAt(pos) == '*') {
            pos++;
            e = new Mul(e, atom());
        }
        return e;
    }

    static Expr atom() {
        if (src.charAt(pos) == '(') {
            pos++;
            Expr e = sum();
            pos++;
            return e;
        }
        int start = pos;
        while (pos < src.length() && Character.isDigit(src.charAt(pos))) pos++;
        return new Num(Integer.parseInt(src.substring(start, pos)));
    }

    public static void main(String[] args) {
        src = "2*(3+4)*5+1";
        Expr e = sum();
        System.out.println(e);

        System.out.println(eval(e));

        src = "1+x";
        pos = 0;
        sum();
    }
}
