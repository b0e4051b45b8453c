import java.util.*;
import java.util.stream.*;

public class LocalTypes {
    public static void main(String[] args) {
        record City(String name, int people) {}
        enum Size { SMALL, LARGE }
        interface Sized { Size of(City c); }

        List<City> cities = List.of(new City("Ulm", 126), new City("Bonn", 331), new City("Trier", 111));
        Sized sized = c -> c.people() > 200 ? Size.LARGE : Size.SMALL;

        Map<Size, List<String>> bySize = cities.stream()
            .collect(Collectors.groupingBy(sized::of, TreeMap::new,
                Collectors.mapping(City::name, Collectors.toList())));

        bySize.forEach((size, names) -> System.out.println(size + " " + names));
    }
}
