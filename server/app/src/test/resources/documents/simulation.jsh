// # Chance, with a seed

Random random = new Random(42);
random.nextInt(100)
random.nextInt(100)
random.nextBoolean()
random.nextDouble() < 1

// ## Dice

int[] rolls(int dice, int times, long seed) {
  Random r = new Random(seed);
  int[] histogram = new int[6 * dice + 1];
  for (int i = 0; i < times; i++) {
    int sum = 0;
    for (int d = 0; d < dice; d++) sum += 1 + r.nextInt(6);
    histogram[sum]++;
  }
  return histogram;
}

int[] two = rolls(2, 3600, 1);
IntStream.of(two).sum()
two[7] > two[2]
for (int sum = 2; sum <= 12; sum++) System.out.printf("%2d %s%n", sum, "#".repeat(two[sum] / 20));

// ## Pi, by throwing darts

double pi(int darts) {
  var r = new Random(314);
  int hits = 0;
  for (int i = 0; i < darts; i++) {
    double x = r.nextDouble(), y = r.nextDouble();
    if (x * x + y * y <= 1) hits++;
  }
  return 4.0 * hits / darts;
}

pi(1000)
Math.abs(pi(200_000) - Math.PI) < 0.02

// ## A queue at the post office
//
// Events in the order of time; customers come, wait, are served, and go.

record Event(double time, Type type, int customer) implements Comparable<Event> {
  enum Type { ARRIVAL, DEPARTURE }

  public int compareTo(Event other) {
    return Double.compare(time, other.time);
  }
}

class PostOffice {
  private final Random random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Map<Integer, Double> arrived = new HashMap<>();
  private int free;
  private double now, waited;
  private int served, longest;

  PostOffice(int counters, long seed) {
    free = counters;
    random = new Random(seed);
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  PostOffice open(int customers) {
    double time = 0;
    for (int c = 1; c <= customers; c++) {
      time += exponential(2);
      events.add(new Event(time, Event.Type.ARRIVAL, c));
    }
    while (!events.isEmpty()) {
      Event event = events.remove();
      now = event.time();
      switch (event.type()) {
        case ARRIVAL -> {
          arrived.put(event.customer(), now);
          waiting.add(event.customer());
          longest = Math.max(longest, waiting.size());
        }
        case DEPARTURE -> free++;
      }
      while (free > 0 && !waiting.isEmpty()) serve(waiting.remove());
    }
    return this;
  }

  private void serve(int customer) {
    free--;
    served++;
    waited += now - arrived.get(customer);
    events.add(new Event(now + exponential(3), Event.Type.DEPARTURE, customer));
  }

  @Override
  public String toString() {
    return String.format("%d served, waited %.1f minutes on average, at most %d in the queue", served, waited / served, longest);
  }
}

new PostOffice(1, 5).open(50)
new PostOffice(2, 5).open(50)
new PostOffice(3, 5).open(50)

new PostOffice(1, 5).open(0).toString().startsWith("0 served")

// ## Shuffling

List<String> deck = new ArrayList<>();
for (String suit : "♠ ♥ ♦ ♣".split(" ")) for (String rank : "7 8 9 10 J Q K A".split(" ")) deck.add(rank + suit);
deck.size()
Collections.shuffle(deck, new Random(2024));
deck.subList(0, 5)
new HashSet<>(deck).size() == deck.size()
Collections.max(deck) + Collections.min(deck)

deck.subList(0, 33)   // throws IndexOutOfBoundsException

// ## Random text
//
// Which letter follows which two, learned from a sentence.

String corpus = "the theatre then thanked the other brother rather than that mother ";
Map<String, String> model = new TreeMap<>();
for (int i = 0; i + 2 < corpus.length(); i++) {
  model.merge(corpus.substring(i, i + 2), corpus.substring(i + 2, i + 3), String::concat);
}
model.get("th")
String babble(long seed, int length) {
  Random r = new Random(seed);
  String out = "th";
  while (out.length() < length) {
    String choices = model.get(out.substring(out.length() - 2));
    if (choices == null) break;
    out += choices.charAt(r.nextInt(choices.length()));
  }
  return out;
}

babble(1, 40)
babble(2, 40)
babble(1, 40).equals(babble(1, 40))

// ## A walk

int[] walk = {0, 0};
Random steps = new Random(7);
for (int i = 0; i < 1000; i++) {
  switch (steps.nextInt(4)) {
    case 0: walk[0]++; break;
    case 1: walk[0]--; break;
    case 2: walk[1]++; break;
    default: walk[1]--;
  }
}
walk
(walk[0] + walk[1]) % 2
random.ints(5, 0, 10).boxed().toList()
random.doubles(3).mapToObj(d -> String.format("%.3f", d)).toList()

random.nextInt(0)   // throws IllegalArgumentException
