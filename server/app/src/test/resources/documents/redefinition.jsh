// # Second thoughts
//
// Names are used again: with another type, another body, another signature.

// ## Variables

int x = 1
x + 1
String x = "one"
x + 1
var x = List.of(1, 2, 3)
x.size()
double x = 2.5, y = x * 2
x + y
int x
x
long x = x + 5L;

// A variable that keeps its type is the same variable, also for those that use it.

int rate = 10;
IntUnaryOperator fee = amount -> amount * rate / 100;
int feeOf(int amount) {
  return fee.applyAsInt(amount) + rate;
}

fee.applyAsInt(200)
feeOf(200)

int rate = 20;
fee.applyAsInt(200)
feeOf(200)

rate = 30
fee.applyAsInt(200)

// ## Methods

String greet(String name) {
  return "Hello " + name;
}

String welcome(String name) {
  return greet(name) + ", come in";
}

welcome("Ada")

String greet(String name) {
  return "Good evening " + name;
}

welcome("Ada")
Function<String, String> greeter = name -> greet(name);
greeter.apply("Bob")

String greet(String name) {
  return name + "!";
}

greeter.apply("Bob")
welcome("Ada")

// With another return type it is another method.

int greet(String name) {
  return name.length();
}

greet("Ada") + 1

// ## Overloads, one block after the other

String show(int n) {
  return "int " + n;
}

show(1)
show('c')

String show(char c) {
  return "char " + c;
}

show('c')
show((byte) 1)

String show(Object o) {
  return "object " + o;
}

String show(String... parts) {
  return parts.length + " parts";
}

show("one")
show("one", "two")
show()
show(2L)

String show(long n) {
  return "long " + n;
}

show(2L)
show(1)
Stream.of(1, 2).map(i -> show(i)).toList()

// ## Types

record Point(int x, int y) {}

Point point = new Point(1, 2)
String where(Object o) {
  return o instanceof Point ? "a point: " + o : "something else: " + o;
}
where(point)

record Spot(int x, int y, String label) {}

Spot spot = new Spot(3, 4, "here");
spot.label()

record Spot(String label) {}

Spot spot = new Spot("there")
spot.label().length()

enum Size { S, M, L }

Size.valueOf("L").ordinal()

enum Size { SMALL, LARGE }

Size.values().length
Size size = Size.LARGE

// ## Types and variables and methods do not get in each other's way

int max(int a, int b) {
  return a > b ? a : b;
}
int max = max(3, 4);
max(max, 10)
class max {
  int max = 99;
}
new max().max + max

// ## In the middle of a block

class Gauge {
  int level() { return 1; }
}
int reading() { return 1; }

int first = new Gauge().level() + reading();
class Gauge {
  int level() { return 5; }
}
int reading() { return 5; }
int second = new Gauge().level() + reading();
first * 100 + second
import java.util.concurrent.atomic.AtomicInteger;
AtomicInteger Gauge = new AtomicInteger(7);
Gauge.get()

int pick() { return 1; }
pick()
Supplier<Integer> picker = () -> pick();
int pick() { return 2; }
pick() * 10 + picker.get()
int tenfold() { return pick() * 10; }
tenfold()
int pick() { return 3; }
tenfold() + picker.get()

tenfold() + picker.get()

// ## Imports

import static java.lang.Math.abs;

abs(-3)
import static java.lang.Math.*;
floorMod(-1, 5)
max(1, 2)
import java.util.Date;
import java.sql.*;
new Date(0L).getTime()

// ## Accumulating

int total = 0;
for (int i = 0; i < 4; i++) total += i;
total
total++
total += 10
int before = total--
total
List<Integer> seen = new ArrayList<>();
seen.add(total);
total = seen.size() - 1
List<Integer> seen = List.of();
seen.isEmpty()
