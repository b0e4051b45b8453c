// # A document with mistakes
//
// Somebody is learning, and leaves the failed attempts in. What is right around them works.

int age = 41
age + 1

// ## Types that do not fit

String name = 42;   // does not compile

int small = 3.99;   // does not compile

age.length()   // does not compile

boolean old = age;   // does not compile

age > 40 ? "old" : "young"

// ## Names that are not there

total + 1   // does not compile

int total = age * 2;
total + 1

Strin typo = "x";   // does not compile

age.toString()   // does not compile

Math.sqroot(2)   // does not compile

Math.sqrt(2)

System.out.printn("hello");   // does not compile

System.out.println("hello");

// ## Things that must be said

int count(List<String> words) {   // does not compile
  for (String word : words) {
    if (word.isEmpty()) return 0;
  }
}

int count(List<String> words) {
  for (String word : words) {
    if (word.isEmpty()) return 0;
  }
  return words.size();
}

count(List.of("a", "b"))
count(List.of("a", ""))

void risky() throws IOException {
  throw new FileNotFoundException("gone");
}

void careless() {   // does not compile
  risky();
}

risky()   // throws FileNotFoundException

String careful() {
  try {
    risky();
    return "fine";
  } catch (IOException e) {
    return e.getMessage();
  }
}

careful()

// ## Promises not kept

interface Animal {
  String sound();
}

class Fish implements Animal {   // does not compile
  void swim() {}
}

class Dog implements Animal {
  public String sound() {
    return "woof";
  }
}

new Dog().sound()

Animal animal = new Animal();   // does not compile

Animal cat = () -> "meow";
cat.sound()

final class Leaf {}

class Bud extends Leaf {}   // does not compile

record Account(String owner, int balance) {
  Account withdraw(int amount) {
    return new Account(owner, balance - amount);
  }
}

var account = new Account("Ada", 10);

account.balance = 20;   // does not compile

account.withdraw(3).balance()

// ## Lambdas

var f = x -> x + 1;   // does not compile

IntUnaryOperator f = x -> x + 1;
f.applyAsInt(1)

Runnable loop() {   // does not compile
  int n = 0;
  n++;
  return () -> System.out.println(n);
}

Runnable loop() {
  int[] n = {0};
  return () -> System.out.println(++n[0]);
}

Runnable counter = loop();
counter.run(); counter.run();

List<int> numbers = List.of(1);   // does not compile

List<Integer> numbers = List.of(1);
numbers.get(0)

var nothing = null;   // does not compile

// ## Flow

while (false) { System.out.println("never"); }   // does not compile

int sign(int n) {   // does not compile
  switch (n) {
    case 0: return 0;
    case 0: return 1;
  }
  return -1;
}

int sign(int n) {
  return n == 0 ? 0 : n > 0 ? 1 : -1;
}

sign(-5)

break;   // does not compile

String day = switch (3) {   // does not compile
  case 1 -> "Monday";
  case 3 -> "Wednesday";
};

String day = switch (3) {
  case 1 -> "Monday";
  case 3 -> "Wednesday";
  default -> "some day";
};

import no.such.Thing;   // does not compile

// In the end the learner knows what they want.

age + total + numbers.size() + f.applyAsInt(0)
