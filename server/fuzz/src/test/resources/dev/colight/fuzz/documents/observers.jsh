interface Listener<T> { void on(T t); }

class Bus<T> { private final List<Listener<? super T>> ls = new ArrayList<>(); int sent; void add(Listener<? super T> l) { ls.add(l); } void send(T t) { sent++; for (var l : List.copyOf(ls)) l.on(t); } }

var bus = new Bus<String>()

var seen = new ArrayList<Object>()

bus.add(seen::add);

bus.send("a")

seen

bus.add(s -> { if (s.length() < 3) bus.send(s + "!"); });

bus.send("b")

seen + " " + bus.sent

var pcs = new java.beans.PropertyChangeSupport(bus)

pcs.addPropertyChangeListener(e -> seen.add(e.getNewValue()));

pcs.firePropertyChange("x", 1, 2)

seen.get(seen.size() - 1)

class Undo { final Deque<Runnable> stack = new ArrayDeque<>(); int v; void set(int n) { int old = v; stack.push(() -> v = old); v = n; } void undo() { stack.pop().run(); } }

var u = new Undo()

u.set(4); u.set(8);

u.undo();

u.v

u.set(u.v + 1)

u.undo(); u.undo();

u.v + u.stack.size()
