class InstanceMain {
    private int total = 5;
    private final String unit = "kg";

    private int add(int n) {
        total += n;
        return total;
    }

    void main() {
        System.out.println(add(2));

        int total = 1;
        System.out.println(total + add(0) + unit);
    }
}
