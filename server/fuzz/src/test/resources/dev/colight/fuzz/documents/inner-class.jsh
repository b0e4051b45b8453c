class Counter {
  int n;
  class Step { int by; Step(int by) { this.by = by; } int go() { return n += by; } }
  Step step(int by) { return new Step(by); }
  Runnable bump() { return () -> n++; }
}

var c = new Counter()

var two = c.step(2)

two.go()

c.n

Runnable bump = c.bump()

bump.run();

two.go()

two.by = 10

two.go() + c.n

Counter.Step three = c.new Step(3)

three.go()

c.n
