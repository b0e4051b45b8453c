import java.lang.ref.*;

var strong = new ArrayList<>(List.of(1))

var soft = new SoftReference<>(strong)

soft.get().add(2)

strong

var rq = new ReferenceQueue<Object>()

var ph = new PhantomReference<Object>(strong, rq)

rq.poll()

ph.enqueue()

rq.poll() == ph

soft.clear()

soft.get()

soft.isEnqueued()

var cleaner = Cleaner.create()

var cleaned = new ArrayList<String>()

var handle = cleaner.register(new Object(), () -> cleaned.add("done"))

handle.clean()

cleaned
