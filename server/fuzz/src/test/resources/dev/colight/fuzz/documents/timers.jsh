var ticks = new java.util.concurrent.atomic.AtomicInteger()

var ses = Executors.newSingleThreadScheduledExecutor(r -> { var t = new Thread(r); t.setDaemon(true); return t; })

ses.schedule(ticks::incrementAndGet, 1, TimeUnit.MILLISECONDS).get()

ticks

ses.submit(() -> ticks.addAndGet(10)).get()

ticks.get()

var latch = new CountDownLatch(2)

latch.countDown()

latch.getCount()

ses.submit(latch::countDown).get()

latch.await(1, TimeUnit.SECONDS)

var sem = new Semaphore(2)

sem.tryAcquire()

sem.availablePermits()

sem.release(3)

sem.availablePermits()

var ex = new Phaser(1)

ex.arrive()

ex.getPhase()

ses.shutdownNow().size()

ses.isShutdown()
