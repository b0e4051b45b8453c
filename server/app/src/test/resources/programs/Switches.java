public class Switches {
    enum Day { MON, SAT, SUN }

    static String kind(Day d) {
        return switch (d) {
            case SAT, SUN -> "weekend";
            default -> {
                String k = "work";
                yield k + "day";
            }
        };
    }

    public static void main(String[] args) {
        for (Day d : Day.values()) System.out.println(kind(d));

        int month = 2, year = 2024;
        int days;
        switch (month) {
            case 2:
                days = year % 4 == 0 ? 29 : 28;
                break;
            case 4: case 6: case 9: case 11:
                days = 30;
                break;
            default:
                days = 31;
        }
        System.out.println(days);

        switch (days) {
            case 29 -> { System.out.println("leap"); return; }
            default -> System.out.println("no leap");
        }

        System.out.println("not reached");
    }
}
