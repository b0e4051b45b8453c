Map<String, Integer> ages = new HashMap<>(Map.of("a", 1, "b", 2, "c", 3))

Set<String> keys = ages.keySet()

Collection<Integer> values = ages.values()

var entry = ages.entrySet().iterator().next()

entry.setValue(10)

ages

keys.remove("b")

values.removeIf(v -> v > 9)

ages

ages.put("d", 4)

keys.contains("d") + " " + values
