var xs = new ArrayList<Integer>(List.of(1, 2))

Supplier<List<Integer>> get = () -> xs

Function<Integer, Runnable> adder = n -> () -> get.get().add(n)

Runnable later = adder.apply(5)

later.run();

xs

later.run();
xs.size()

xs.remove(0)

get.get()
