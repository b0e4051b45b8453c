///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+

import java.util.stream.IntStream;

class Jbang {

    public static void main(String... args) {
        String line = IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).reduce("", (a, b) -> a + b);

        System.out.println(line);
    }
}
