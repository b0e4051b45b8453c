int x = 1

int twice() { return x * 2; }

Supplier<Integer> s = () -> twice() + x

s.get()

x = 5

s.get()

int x = 7

s.get()

String x = "seven"

s.get()

int twice() { return 100; }

s.get()

int x = 3

twice() + x

var x = List.of(x, x)

class C { int n = 1; int get() { return n; } }

var c = new C()

c.n = 9

class C { int n = 2; String extra = "e"; int get() { return n * 10; } }

c.get()

var d = new C()

d.get() + c.n

List<C> cs = new ArrayList<>(List.of(d))

cs.add(new C())

cs.size()
