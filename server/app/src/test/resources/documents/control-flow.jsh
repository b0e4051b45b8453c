// # Statements at the top
//
// No method around them: loops, labels, branches and handlers right in the document.
// (Where `else`, `catch` or `while` begins a line, the `jshell` tool has taken
// the statement for complete already.)

// ## Branches

int temperature = 23;
if (temperature > 30) {
  System.out.println("hot");
}
else if (temperature > 20) {
  System.out.println("warm");
}
else {
  System.out.println("cold");
}

if (temperature % 2 == 0) System.out.println("even");
else System.out.println("odd");

String mood;
if (temperature > 20)
  mood = "good";
else
  mood = "bad";
mood

// ## Loops

int n = 27, steps = 0;
while (n != 1) {
  n = n % 2 == 0 ? n / 2 : 3 * n + 1;
  steps++;
}
steps

int digits = 0, number = 90210;
do {
  digits++;
  number /= 10;
}
while (number > 0);
digits

for (int i = 0, j = 10; i < j; i += 2, j--)
  System.out.println(i + " " + j);

for (;;) {
  if (++digits > 8) break;
}
digits

int total = 0;
for (var entry : new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3)).entrySet()) {
  if (entry.getKey().equals("b")) continue;
  total += entry.getValue();
}
total

// ## Labels

outer:
for (int a = 1; a < 20; a++) {
  for (int b = a; b < 20; b++) {
    for (int c = b; c < 30; c++) {
      if (a * a + b * b == c * c && a + b + c == 40) {
        System.out.println(a + " " + b + " " + c);
        break outer;
      }
    }
  }
}

check: {
  if (total != 4) break check;
  System.out.println("checked");
}

List<Integer> primes = new ArrayList<>();
next: for (int candidate = 2; primes.size() < 10; candidate++) {
  for (int p : primes) if (candidate % p == 0) continue next;
  primes.add(candidate);
}
primes

// ## Switch, old and new

String season = null;
int month = 10;
switch (month) {
  case 12: case 1: case 2:
    season = "winter";
    break;
  case 3: case 4: case 5:
    season = "spring";
    break;
  case 9:
  case 10:
  case 11:
    season = "autumn";
    // falls through
  default:
    System.out.println("month " + month);
}
season

switch (season) {
  case "winter", "autumn" -> System.out.println("stay in");
  case "spring" -> {
    String advice = "go out";
    System.out.println(advice);
  }
  default -> throw new IllegalStateException(season);
}

switch (season) {
  case "winter" -> new StringBuilder("snow").reverse();
  case "autumn" -> new ArrayList<>(List.of("leaves")).clear();
  default -> {}
}

int length = switch (season) {
  case "winter", "spring", "autumn": yield season.length();
  default: yield -1;
};

// ## Handlers

try {
  Object o = "text";
  Integer i = (Integer) o;
}
catch (ClassCastException e) {
  System.out.println("no number");
}
finally {
  System.out.println("in any case");
}

String line;
try (var reader = new BufferedReader(new StringReader("first\nsecond"))) {
  int count = 0;
  while ((line = reader.readLine()) != null) {
    System.out.println(++count + ": " + line);
  }
}
line

// ## Scopes

{
  int hidden = 5;
  total += hidden;
}
total

int i = 100;
for (int k = 0; k < 3; k++) { int i2 = i + k; total += i2; }
total
{ int i = 1; total = i; }
i + total

synchronized (primes) {
  primes.clear();
}
primes.isEmpty();
;
class Counter { static int count; int id = ++count; }
new Counter(); new Counter();
Counter.count

if (total == 1)
  for (String s : List.of("x", "y"))
    if (s.equals("y"))
      System.out.println("found " + s);
    else
      System.out.println("not " + s);

while (true) {   // throws IllegalStateException
  if (total++ > 3) throw new IllegalStateException("total is " + total);
}

total
