///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS org.apache.commons:commons-lang3:3.17.0
//JAVA 17+

// # Orders
// A small report over *orders*; nothing is read from disk.

import java.util.*
import java.util.stream.*
import static java.util.stream.Collectors.groupingBy;

/** An order of one customer. */
record Order(String customer, String item, int count, double price) {
    Order {
        if (count < 0) {
            throw new IllegalArgumentException("count: " + count);
        }
    }

    double total() {
        return count * price;
    }
}

List<Order> orders = List.of(
    new Order("Ann", "tea", 3, 2.5),
    new Order("Bob", "coffee", 1, 4.0),

    // the one that is large
    new Order("Ann", "cake", 12, 3.25));

var byCustomer = orders.stream()
    .collect(groupingBy(Order::customer))

byCustomer.keySet()

double total = 0;
for (Order order : orders) {
    total += order.total();
}
total

// | hide-code
String report = """
    Orders
    ======

    int x = 1; is no code here "quoted" \""" and more

    Total: %.2f
    """.formatted(total);

/*
 * ## How it ends
 *
 * With braces } and { in a comment.
 */

String grade = total > 100
    ? "large"
    : total > 10
        ? "medium"
        : "small";

System.out.println(report); System.out.println(grade)
