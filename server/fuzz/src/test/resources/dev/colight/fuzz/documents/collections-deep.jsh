Map<String, Map<Integer, List<StringBuilder>>> deep = new TreeMap<>()

deep.computeIfAbsent("a", k -> new TreeMap<>()).computeIfAbsent(1, k -> new ArrayList<>()).add(new StringBuilder("x"))

var sb = deep.get("a").get(1).get(0)

sb.append("y")

deep

var shared = new ArrayList<Object>()

shared.add(shared.size()); shared.add(deep);

deep.get("a").put(2, List.of(sb))

shared

sb.insert(0, "<")

deep.get("a").get(2).get(0)

Object[] nest = {1, new Object[] {sb, shared}, new int[] {1}}

((int[]) nest[2])[0]++

((Object[]) nest[1])[0] = "replaced"

Arrays.deepToString(nest)

var cyc = new ArrayList<Object>()

cyc.add(cyc)

cyc.add(1)

cyc.size()

cyc.remove(cyc)

cyc
