var f = new CompletableFuture<List<Integer>>()

var log = new ArrayList<String>()

var g = f.thenApply(l -> { log.add("applied"); return l.size(); })

g.isDone()

f.complete(new ArrayList<>(List.of(1, 2)))

g.getNow(-1)

log

f.join().add(3)

f.join()

f.thenAccept(l -> l.add(9));

f.join()

f.obtrudeValue(new ArrayList<>());

f.join()

var h = CompletableFuture.completedFuture(40 + 2)

h.get()

h.thenCombine(g, Integer::sum).get()

var bad = new CompletableFuture<String>()

bad.completeExceptionally(new RuntimeException("no"))

bad.isCompletedExceptionally()

bad.exceptionally(Throwable::getMessage).join()

var task = new FutureTask<>(() -> { log.add("ran"); return log.size(); })

task.run();

task.isDone()

task.run();

log
