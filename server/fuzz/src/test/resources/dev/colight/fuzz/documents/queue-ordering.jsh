record Job(String name, int[] prio) {}

var pq = new PriorityQueue<Job>(Comparator.comparingInt(j -> j.prio()[0]))

pq.add(new Job("a", new int[] {3})); pq.add(new Job("b", new int[] {1})); pq.add(new Job("c", new int[] {2}));

pq.peek().name()

pq.peek().prio()[0] = 9

pq.poll().name()

pq.stream().map(Job::name).toList()

var tm = new TreeMap<StringBuilder, Integer>()

var key = new StringBuilder("m")

tm.put(key, 1)

key.setCharAt(0, 'a')

tm.put(new StringBuilder("b"), 2)

tm

tm.headMap(new StringBuilder("c"), true).size()

var hs = new HashSet<List<Integer>>()

var elem = new ArrayList<>(List.of(1))

hs.add(elem)

elem.add(2)

hs.contains(elem)

hs.add(elem)

hs.size()
