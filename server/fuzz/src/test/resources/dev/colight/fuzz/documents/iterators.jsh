var map = new HashMap<String, Integer>()

for (int i = 0; i < 5; i++) map.put("k" + i, i);

var it = map.entrySet().iterator()

it.next()

it.next().setValue(100)

it.remove()

map

it.next().getKey()

map.put("new", 1)

it.hasNext()

it.next()

var ll = new LinkedList<>(List.of(1, 2, 3))

var li = ll.listIterator(1)

li.add(50)

li.previous()

li.set(60)

ll

var pq = new PriorityQueue<>(List.of(5, 1, 4))

pq.poll()

var pit = pq.iterator()

pit.next()

pq.add(0)

pit.next()

pq
