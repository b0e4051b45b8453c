List<Integer> base = new ArrayList<>(List.of(1, 2, 3, 4, 5))

var mid = base.subList(1, 4)

mid.set(0, 20);

base

var low = mid.subList(0, 2)

low.clear();

base + " " + mid

mid.add(7);

base

Collections.reverse(mid);

base
