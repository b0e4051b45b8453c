public class InnerClasses {
    private int count = 0;

    class Inner {
        int bump() { return ++count; }
        InnerClasses outer() { return InnerClasses.this; }
    }

    public static void main(String[] args) {
        InnerClasses o = new InnerClasses();
        InnerClasses.Inner i = o.new Inner();
        i.bump();

        System.out.println(i.bump() + " " + (i.outer() == o));
    }
}
