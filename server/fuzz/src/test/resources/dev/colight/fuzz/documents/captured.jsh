final int[] counter = {0}

IntSupplier next = () -> counter[0]++

next.getAsInt()

next.getAsInt() + next.getAsInt()

counter[0]

List<Runnable> tasks = new ArrayList<>()

for (int i = 0; i < 3; i++) { final int k = i; int[] local = {k}; tasks.add(() -> { local[0] += k; counter[0] += local[0]; }); }

tasks.forEach(Runnable::run);

counter[0]

tasks.forEach(Runnable::run);

counter[0]

tasks.remove(0).run();

counter[0]

Runnable chain = tasks.stream().reduce(() -> {}, (a, b) -> () -> { a.run(); b.run(); })

chain.run();

counter[0]

UnaryOperator<Integer> self = new UnaryOperator<>() { int calls; public Integer apply(Integer n) { calls++; return n <= 0 ? calls : this.apply(n - 1); } }

self.apply(3)

self.apply(0)
