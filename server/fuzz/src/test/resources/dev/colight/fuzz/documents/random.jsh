var rnd = new Random(42)

rnd.nextInt(100)

double g = rnd.nextGaussian()

rnd.nextGaussian()

var split = new SplittableRandom(7)

split.nextInt(50)

var child = split.split()

child.nextInt(50)

split.nextInt(50)

var ints = rnd.ints(3, 0, 10).iterator()

ints.nextInt()

rnd.nextInt(100)

ints.nextInt()

var deck = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6))

Collections.shuffle(deck, rnd);

deck

rnd.setSeed(1);

rnd.nextInt(100)

var secure = new Random(rnd.nextLong())

secure.nextBoolean()
