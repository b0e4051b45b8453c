var map = new ConcurrentHashMap<String, List<Integer>>()

map.computeIfAbsent("a", k -> new CopyOnWriteArrayList<>()).add(1)

map.computeIfAbsent("a", k -> new ArrayList<>()).add(2)

map

var skip = new ConcurrentSkipListMap<Integer, String>(Map.of(1, "x", 2, "y"))

var tail = skip.tailMap(2)

tail.put(3, "z")

skip

skip.pollFirstEntry()

tail

var q = new ConcurrentLinkedQueue<>(List.of(1, 2, 3))

q.poll()

q

var dq = new ConcurrentLinkedDeque<>(List.of(1, 2))

dq.addFirst(0)

dq.pollLast()

dq

var bq = new ArrayBlockingQueue<Integer>(2)

bq.offer(1)

bq.offer(2)

bq.offer(3)

bq.poll()

bq + " " + bq.remainingCapacity()

var lq = new LinkedBlockingDeque<>(List.of(1))

lq.offerFirst(5)

lq
