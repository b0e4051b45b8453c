String a = "col" + "ight"

String b = new String("colight")

a == b

a == b.intern()

Integer i = 127, j = 127

i == j

Integer big = 1000, large = 1000

big == large

var locks = new IdentityHashMap<String, Integer>()

locks.put(a, 1)

locks.put(b, 2)

locks.size()

locks.get(b.intern())
