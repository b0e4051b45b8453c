class Key { final String n; Key(String n) { this.n = n; } }

var k1 = new Key("one")

var weak = new WeakHashMap<Key, Integer>()

weak.put(k1, 1)

weak.merge(k1, 5, Integer::sum)

weak.size()

weak.get(k1)

var k2 = new Key("two")

weak.put(k2, 2)

weak.remove(k1)

weak.size() + weak.get(k2)

var ref = new java.lang.ref.WeakReference<>(k1)

ref.get().n

ref.clear();

ref.get() == null
