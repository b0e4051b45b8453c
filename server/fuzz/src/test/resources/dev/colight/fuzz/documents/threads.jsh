var results = Collections.synchronizedList(new ArrayList<Integer>())

var t = new Thread(() -> results.add(1))

t.start(); t.join();

results

int[] cell = {0}

void inThread(Runnable r) throws InterruptedException { var th = new Thread(r); th.start(); th.join(); }

inThread(() -> cell[0] += 5);

cell[0]

inThread(() -> results.add(cell[0]));

results

t.isAlive()

t.start();

var pool = Executors.newFixedThreadPool(1)

pool.submit(() -> ++cell[0]).get()

cell[0]

pool.shutdown(); pool.awaitTermination(5, TimeUnit.SECONDS)

pool.isTerminated()
