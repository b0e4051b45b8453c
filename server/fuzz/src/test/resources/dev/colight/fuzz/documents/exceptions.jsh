var boom = new IllegalStateException("boom")

boom.addSuppressed(new RuntimeException("first"))

boom.getSuppressed().length

boom.initCause(new Error("why"))

boom.getCause().getMessage()

boom.addSuppressed(new RuntimeException("second"))

Arrays.stream(boom.getSuppressed()).map(Throwable::getMessage).toList()

boom.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "C.java", 3)})

boom.getStackTrace()[0].toString()

throw boom;

boom.initCause(new Error("again"))

class Oops extends RuntimeException { int n; Oops(int n) { super("n=" + n, null, true, false); this.n = n; } @Override public String getMessage() { return "now " + n; } }

var o = new Oops(1)

o.n++

throw o;

try { throw o; } catch (Oops e) { e.n *= 10; }

o.getMessage()
