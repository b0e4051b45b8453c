// # Many hands
//
// Threads come and go as they like; what they compute here does not depend on it.

// ## A pool

ExecutorService pool = Executors.newFixedThreadPool(4);

List<Callable<Integer>> tasks = new ArrayList<>();
for (int i = 1; i <= 6; i++) {
  int n = i;
  tasks.add(() -> IntStream.rangeClosed(1, n * 1000).sum());
}
List<Integer> sums = new ArrayList<>();
for (Future<Integer> future : pool.invokeAll(tasks)) sums.add(future.get());
sums

String limited(int most) throws InterruptedException, ExecutionException {
  Future<String> answer = pool.submit(() -> {
    if (sums.size() > most) throw new IllegalStateException("no more than " + most);
    return sums.size() + " is fine";
  });
  return answer.get();
}

limited(6)

limited(5)   // throws ExecutionException

// ## Futures that are put together

CompletableFuture<Integer> price(String item) {
  return CompletableFuture.supplyAsync(() -> item.length() * 10, pool);
}

CompletableFuture<Double> rate(String currency) {
  return CompletableFuture.supplyAsync(() -> switch (currency) {
    case "EUR" -> 1.0;
    case "USD" -> 1.25;
    default -> {
      throw new NoSuchElementException(currency);
    }
  }, pool);
}

price("lamp").thenCombine(rate("USD"), (p, r) -> p * r).join()
price("lamp").thenCompose(p -> price("x".repeat(p / 10))).get()
rate("XYZ").exceptionally(e -> -1.0).join()
rate("XYZ").handle((r, e) -> e == null ? "ok" : e.getCause().getMessage()).join()

int bill(String... items) {
  List<CompletableFuture<Integer>> all = Stream.of(items).map(item -> price(item)).toList();
  return CompletableFuture.allOf(all.toArray(new CompletableFuture[0]))
      .thenApply(done -> all.stream().mapToInt(CompletableFuture::join).sum())
      .join();
}

bill("pen", "table", "chair")

rate("XYZ").thenApply(r -> r * 2).join()   // throws CompletionException

// ## Counting together

AtomicInteger counter(int threads, int times) throws InterruptedException {
  var counter = new AtomicInteger();
  var started = new CountDownLatch(1);
  var workers = new ArrayList<Thread>();
  for (int t = 0; t < threads; t++) {
    Thread worker = new Thread(() -> {
      try {
        started.await();
      } catch (InterruptedException e) {
        return;
      }
      for (int i = 0; i < times; i++) counter.incrementAndGet();
    });
    worker.start();
    workers.add(worker);
  }
  started.countDown();
  for (Thread worker : workers) worker.join();
  return counter;
}

import java.util.concurrent.atomic.AtomicInteger;

counter(8, 500).get()

// ## Producer and consumer

BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
final int END = -1;

Thread producer = new Thread(() -> {
  try {
    for (int i = 1; i <= 5; i++) queue.put(i * i);
    queue.put(END);
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
});
producer.start();
var taken = new ArrayList<Integer>();
for (int item = queue.take(); item != END; item = queue.take()) {
  taken.add(item);
  System.out.println("took " + item);
}
producer.join();
taken
producer.isAlive()

// ## Fork and join

class Sum extends RecursiveTask<Long> {
  private final int[] data;
  private final int from, to;

  Sum(int[] data, int from, int to) {
    this.data = data;
    this.from = from;
    this.to = to;
  }

  @Override
  protected Long compute() {
    if (to - from <= 50) {
      long sum = 0;
      for (int i = from; i < to; i++) sum += data[i];
      return sum;
    }
    int middle = (from + to) >>> 1;
    Sum left = new Sum(data, from, middle), right = new Sum(data, middle, to);
    left.fork();
    return right.compute() + left.join();
  }
}

int[] data = IntStream.range(0, 400).toArray();
new ForkJoinPool(2).invoke(new Sum(data, 0, data.length))
ConcurrentMap<Boolean, Long> parity = Arrays.stream(data).parallel().boxed().collect(Collectors.groupingByConcurrent(x -> x % 2 == 0, Collectors.counting()));
parity.get(true) - parity.get(false)

// ## Locks

class Tank {
  private int litres;

  synchronized void fill(int amount) {
    litres += amount;
    notifyAll();
  }

  synchronized int drain(int amount) throws InterruptedException {
    while (litres < amount) wait();
    litres -= amount;
    return litres;
  }
}

Tank tank = new Tank();

int drainWhileFilling() throws Exception {
  Future<Integer> rest = pool.submit(() -> tank.drain(10));
  for (int i = 0; i < 4; i++) tank.fill(3);
  return rest.get(10, TimeUnit.SECONDS);
}

drainWhileFilling()

ThreadLocal<String> mine = ThreadLocal.withInitial(() -> "empty");
mine.set("full");
mine.get() + ", there: " + pool.submit(() -> mine.get()).get()

pool.shutdown();
pool.awaitTermination(10, TimeUnit.SECONDS)

pool.submit(() -> 1).getClass()   // throws RejectedExecutionException
