var source = new ArrayList<>(List.of(5, 3, 8, 1))

var it = source.stream().sorted().iterator()

it.next()

it.next()

Stream<Integer> s = source.stream().filter(x -> x > 2)

source.add(9)

s.toList()

s.count()

var gen = Stream.iterate(1, x -> x * 2).iterator()

gen.next() + gen.next()

gen.next()

var peeked = new ArrayList<Integer>()

var p = source.stream().peek(peeked::add)

p.anyMatch(x -> x > 4)

peeked

var sp = source.spliterator()

sp.tryAdvance(x -> peeked.add(x * 100))

peeked

var half = sp.trySplit()

half.estimateSize()

sp.estimateSize()
