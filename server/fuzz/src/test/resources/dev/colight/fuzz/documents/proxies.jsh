import java.lang.reflect.*;

var calls = new ArrayList<String>()

InvocationHandler h = (p, m, a) -> { calls.add(m.getName()); return m.getName().equals("compareTo") ? 0 : m.getName().equals("toString") ? "proxy" + calls.size() : null; }

var p = (Comparable<String>) Proxy.newProxyInstance(Comparable.class.getClassLoader(), new Class<?>[] {Comparable.class}, h)

p.compareTo("x")

calls

p.compareTo("y") + calls.size()

var arr = Array.newInstance(int.class, 3)

Array.setInt(arr, 1, 5)

Array.getInt(arr, 1)

class Hidden { private int secret = 4; private static List<Integer> log = new ArrayList<>(); private int peek() { log.add(secret); return secret++; } }

var hid = new Hidden()

var m = Hidden.class.getDeclaredMethod("peek")

m.setAccessible(true)

m.invoke(hid)

m.invoke(hid)

var lf = Hidden.class.getDeclaredField("log")

lf.setAccessible(true)

lf.get(null)

lf.set(null, new ArrayList<>(List.of(0)))

m.invoke(hid)

lf.get(null)
