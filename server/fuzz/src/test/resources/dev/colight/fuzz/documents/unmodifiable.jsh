var inner = new ArrayList<String>(List.of("x"))

List<String> outer = Collections.unmodifiableList(inner)

inner.add("y")

outer

outer.add("z")

Map<String, List<String>> deep = Collections.unmodifiableMap(new TreeMap<>(Map.of("k", inner)))

deep.get("k").add("w")

outer.size() + inner.size()

List<List<String>> fixed = List.of(inner, outer)

fixed.get(0).clear();

fixed
