public enum EnumMain {
    MERCURY(3.303e+23, 2.4397e6), EARTH(5.976e+24, 6.37814e6);

    private final double mass, radius;

    EnumMain(double mass, double radius) { this.mass = mass; this.radius = radius; }

    double gravity() { return 6.67300E-11 * mass / (radius * radius); }

    public static void main(String[] args) {
        for (EnumMain p : values()) System.out.printf(java.util.Locale.ROOT, "%s %.2f%n", p, p.gravity());
    }
}
