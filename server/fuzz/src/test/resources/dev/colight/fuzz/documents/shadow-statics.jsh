class Reg { static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>(); static void reg(String n, Supplier<Object> s) { ALL.put(n, s); } static Object make(String n) { return ALL.get(n).get(); } }

Reg.reg("list", () -> new ArrayList<>(List.of(1)))

var made = (List<Integer>) Reg.make("list")

made.add(2)

Reg.make("list")

var single = new ArrayList<Integer>()

Reg.reg("single", () -> single)

((List<Integer>) Reg.make("single")).add(7)

single

Reg.ALL.keySet()

Reg.ALL.remove("list")

Reg.ALL.size()

class Ids { private static int next; final int id = next++; static Ids[] pool = {new Ids(), new Ids()}; public String toString() { return "#" + id; } }

new Ids()

Ids.pool[0]

new Ids() + "" + Ids.pool.length

Ids.pool[1] = new Ids()

Ids.pool
