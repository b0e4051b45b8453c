// # State machines

// ## A traffic light

enum Light {
  RED(30) {
    Light next() { return RED_AMBER; }
  },
  RED_AMBER(2) {
    Light next() { return GREEN; }
  },
  GREEN(25) {
    Light next() { return AMBER; }
  },
  AMBER(3) {
    Light next() { return RED; }
  };

  private final int seconds;

  Light(int seconds) {
    this.seconds = seconds;
  }

  abstract Light next();

  int seconds() {
    return seconds;
  }
}

Light light = Light.RED;
int clock = 0;
for (int i = 0; i < 6; i++) {
  System.out.println(clock + "s " + light);
  clock += light.seconds();
  light = light.next();
}
light

Light at(int second) {
  int rest = second % Arrays.stream(Light.values()).mapToInt(Light::seconds).sum();
  Light current = Light.RED;
  while (rest >= current.seconds()) {
    rest -= current.seconds();
    current = current.next();
  }
  return current;
}

at(0)
at(31)
at(59)
at(61)
Light.valueOf("GREEN").compareTo(Light.AMBER)
Light.GREEN.getDeclaringClass().getSimpleName()

Light.valueOf("BLUE")   // throws IllegalArgumentException

// ## A turnstile, as a table

enum State { LOCKED, UNLOCKED }
enum Event { COIN, PUSH }

record Transition(State to, String action) {}

Map<State, Map<Event, Transition>> table = new EnumMap<>(Map.of(
    State.LOCKED, new EnumMap<>(Map.of(
        Event.COIN, new Transition(State.UNLOCKED, "unlock"),
        Event.PUSH, new Transition(State.LOCKED, "alarm"))),
    State.UNLOCKED, new EnumMap<>(Map.of(
        Event.COIN, new Transition(State.UNLOCKED, "thank you"),
        Event.PUSH, new Transition(State.LOCKED, "lock")))));

State state = State.LOCKED;
var actions = new ArrayList<String>();
for (Event event : new Event[] {Event.PUSH, Event.COIN, Event.COIN, Event.PUSH, Event.PUSH}) {
  Transition transition = table.get(state).get(event);
  actions.add(transition.action());
  state = transition.to();
}
state
actions
table.get(State.LOCKED)

// ## A lexer by hand, one character at a time

enum Mode { TEXT, TAG, QUOTE }

List<String> tags(String html) {
  var result = new ArrayList<String>();
  var current = new StringBuilder();
  Mode mode = Mode.TEXT;
  for (char c : html.toCharArray()) {
    switch (mode) {
      case TEXT:
        if (c == '<') mode = Mode.TAG;
        break;
      case TAG:
        if (c == '>') {
          result.add(current.toString());
          current.setLength(0);
          mode = Mode.TEXT;
          break;
        }
        if (c == '"') mode = Mode.QUOTE;
        current.append(c);
        break;
      case QUOTE:
        if (c == '"') mode = Mode.TAG;
        current.append(c);
        break;
    }
  }
  if (mode != Mode.TEXT) throw new IllegalStateException("ended in " + mode);
  return result;
}

tags("<p>Hello <a href=\"x>y\">world</a></p>")
tags("none")

tags("<p class=\"open")   // throws IllegalStateException

// ## Enums know things

enum Planet {
  MERCURY(3.303e+23, 2.4397e6), EARTH(5.976e+24, 6.37814e6), JUPITER(1.9e+27, 7.1492e7);

  static final double G = 6.67300E-11;
  final double mass, radius;

  Planet(double mass, double radius) {
    this.mass = mass;
    this.radius = radius;
  }

  double gravity() {
    return G * mass / (radius * radius);
  }
}

for (Planet p : Planet.values()) System.out.printf("%-8s %5.2f%n", p, p.gravity() / Planet.EARTH.gravity());

interface Rule extends IntPredicate {}

enum Fizz implements Rule {
  FIZZ(3), BUZZ(5);

  private final int divisor;

  Fizz(int divisor) {
    this.divisor = divisor;
  }

  @Override
  public boolean test(int n) {
    return n % divisor == 0;
  }

  static String say(int n) {
    String words = EnumSet.allOf(Fizz.class).stream().filter(f -> f.test(n)).map(f -> f.name().charAt(0) + f.name().substring(1).toLowerCase()).collect(Collectors.joining());
    return words.isEmpty() ? Integer.toString(n) : words;
  }
}

IntStream.rangeClosed(1, 15).mapToObj(Fizz::say).toList()
EnumSet.range(Light.RED_AMBER, Light.AMBER)
EnumSet.complementOf(EnumSet.of(Light.RED))
new EnumMap<Event, Integer>(Map.of(Event.PUSH, 1))

String advice = switch (at(31)) {
  case RED, AMBER -> "stop";
  case RED_AMBER -> "get ready";
  case GREEN -> "go";
};
