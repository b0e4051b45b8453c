import java.util.concurrent.atomic.*;

var n = new AtomicInteger(1)

n.incrementAndGet()

var ref = new AtomicReference<>(new ArrayList<>(List.of(1)))

ref.get().add(2)

ref.getAndUpdate(l -> { var c = new ArrayList<>(l); c.add(3); return c; })

ref.get()

var arr = new AtomicIntegerArray(3)

arr.addAndGet(1, 5)

arr

var mark = new AtomicMarkableReference<>("x", false)

mark.attemptMark("x", true)

mark.isMarked()

var stamped = new AtomicStampedReference<>("s", 1)

stamped.compareAndSet("s", "t", 1, 2)

stamped.getReference() + stamped.getStamp()

var acc = new LongAccumulator(Long::max, 0)

acc.accumulate(7)

acc.get() + n.get()

n.getAndAccumulate(4, (x, y) -> x * y)

n
