// # The fastest way through town
//
// A little metro map as a graph. Breadth-first search finds the way with the
// fewest stops, Dijkstra's algorithm the one that takes the fewest minutes.

String map = """
    red:    Harbour 3 Market 2 Castle 4 University 6 Stadium
    blue:   Airport 9 Market 3 Museum 2 Park
    green:  Museum 2 Castle 3 Park 5 Stadium
    yellow: Zoo 1 Island
    """;

// ## The graph

record Edge(String to, int minutes, String line) {}

class Graph {
  private final Map<String, List<Edge>> edges = new TreeMap<>();

  void connect(String a, String b, int minutes, String line) {
    edges.computeIfAbsent(a, k -> new ArrayList<>()).add(new Edge(b, minutes, line));
    edges.computeIfAbsent(b, k -> new ArrayList<>()).add(new Edge(a, minutes, line));
  }

  List<Edge> from(String node) {
    return edges.getOrDefault(node, List.of());
  }

  Set<String> nodes() {
    return edges.keySet();
  }
}

Graph metro = new Graph();
map.lines().forEach(text -> {
  String[] parts = text.split(":\\s+");
  String[] words = parts[1].split(" ");
  for (int i = 0; i + 2 < words.length; i += 2) {
    metro.connect(words[i], words[i + 2], Integer.parseInt(words[i + 1]), parts[0]);
  }
});
metro.nodes()
metro.from("Market")

// ## Fewest stops

List<String> fewestStops(Graph graph, String from, String to) {
  var previous = new HashMap<String, String>();
  var queue = new ArrayDeque<>(List.of(from));
  previous.put(from, null);
  while (!queue.isEmpty()) {
    String node = queue.remove();
    if (node.equals(to)) return trace(previous, to);
    for (Edge edge : graph.from(node)) {
      if (!previous.containsKey(edge.to())) {
        previous.put(edge.to(), node);
        queue.add(edge.to());
      }
    }
  }
  throw new NoSuchElementException("no way from " + from + " to " + to);
}

List<String> trace(Map<String, String> previous, String to) {
  var path = new LinkedList<String>();
  for (String node = to; node != null; node = previous.get(node)) path.addFirst(node);
  return path;
}

fewestStops(metro, "Airport", "Stadium")
fewestStops(metro, "Harbour", "Park")

// Nobody has built the bridge yet.

fewestStops(metro, "Harbour", "Zoo")   // throws NoSuchElementException

// ## Fewest minutes

record Visit(String node, int minutes) {}

Map<String, Integer> minutesFrom(Graph graph, String start) {
  var best = new TreeMap<String, Integer>();
  var queue = new PriorityQueue<Visit>(Comparator.comparingInt(Visit::minutes).thenComparing(Visit::node));
  queue.add(new Visit(start, 0));
  while (!queue.isEmpty()) {
    Visit visit = queue.remove();
    if (best.putIfAbsent(visit.node(), visit.minutes()) != null) continue;
    for (Edge edge : graph.from(visit.node())) {
      queue.add(new Visit(edge.to(), visit.minutes() + edge.minutes()));
    }
  }
  return best;
}

var fromAirport = minutesFrom(metro, "Airport");
fromAirport.get("Stadium")
fromAirport.containsKey("Zoo")

// The far ends of town: the pair of stations with the longest fastest trip.

record Trip(String from, String to, int minutes) {}

Trip longestTrip(Graph graph) {
  return graph.nodes().stream()
      .flatMap(from -> minutesFrom(graph, from).entrySet().stream()
          .map(reached -> new Trip(from, reached.getKey(), reached.getValue())))
      .max(Comparator.comparingInt(Trip::minutes).thenComparing(Trip::from))
      .orElseThrow();
}

longestTrip(metro)

// ## How many towns are there?
//
// Components of the graph: what can be reached from each other.

var components = new ArrayList<Set<String>>();
var left = new TreeSet<>(metro.nodes());
while (!left.isEmpty()) {
  Set<String> component = minutesFrom(metro, left.first()).keySet();
  components.add(component);
  left.removeAll(component);
}
components

metro.connect("Harbour", "Zoo", 12, "bridge");
fewestStops(metro, "Park", "Island")
minutesFrom(metro, "Park").get("Island")
