class Outer {
  static int count = 1;
  static class Inner {
    static final List<Integer> LOG = new ArrayList<>();
    static class Deep { static String last = "none"; static void set(String s) { last = s; LOG.add(s.length()); count++; } }
  }
}

Outer.count

Outer.Inner.Deep.set("abc")

Outer.Inner.LOG

Outer.Inner.Deep.last + Outer.count

Outer.Inner.Deep.set("hello")

Outer.Inner.LOG.add(Outer.count)

Outer.Inner.LOG

Outer.count++

Outer.count
