// # When things go wrong
//
// Most blocks of this document throw, on purpose.

int divide(int a, int b) {
  return a / b;
}

divide(7, 2)

divide(7, 0)   // throws ArithmeticException

"still here"

// ## All kinds

new int[2][-1].toString()   // throws NegativeArraySizeException

Object text = "text";
Integer number = (Integer) text;   // throws ClassCastException

Object[] objects = new String[1];
objects[0] = 1;   // throws ArrayStoreException

Integer.parseInt("twelve")   // throws NumberFormatException

"abc".substring(2, 1)   // throws StringIndexOutOfBoundsException

List.of(1, 2).add(3)   // throws UnsupportedOperationException

new ArrayDeque<String>().pop()   // throws NoSuchElementException

Objects.checkIndex(5, 3)   // throws IndexOutOfBoundsException

Files.readString(Path.of("no-such-folder", "no-such-file"))   // throws NoSuchFileException

Class.forName("no.such.Type")   // throws ClassNotFoundException

String missing = null;
missing.length()   // throws NullPointerException

throw new Exception("straight from the top");   // throws Exception

throw new StackOverflowError();   // throws StackOverflowError

Math.toIntExact(1L << 40)   // throws ArithmeticException

// ## Our own

class ConfigException extends Exception {
  private final String key;

  ConfigException(String key, String message, Throwable cause) {
    super(key + ": " + message, cause);
    this.key = key;
  }

  String key() {
    return key;
  }
}

class FatalError extends Error {}

int port(Map<String, String> config) throws ConfigException {
  String value = config.get("port");
  if (value == null) throw new ConfigException("port", "missing", null);
  try {
    return Integer.parseInt(value);
  } catch (NumberFormatException e) {
    throw new ConfigException("port", "no number", e);
  }
}

port(Map.of("port", "8080"))

port(Map.of())   // throws ConfigException

port(Map.of("port", "http"))   // throws ConfigException

throw new FatalError();   // throws FatalError

String diagnose(Map<String, String> config) {
  try {
    return "port " + port(config);
  } catch (ConfigException e) {
    return e.key() + " is bad" + (e.getCause() == null ? "" : " because of " + e.getCause().getClass().getSimpleName());
  }
}

diagnose(Map.of())
diagnose(Map.of("port", "x"))

// ## Order of events

List<String> events = new ArrayList<>();

class Resource implements AutoCloseable {
  private final String name;

  Resource(String name) {
    this.name = name;
    events.add("open " + name);
  }

  @Override
  public void close() throws IOException {
    events.add("close " + name);
    if (name.equals("bad")) throw new IOException("cannot close " + name);
  }
}

try (var a = new Resource("a"); var b = new Resource("b")) {
  events.add("use");
} finally {
  events.add("finally");
}
events

try (var bad = new Resource("bad")) {   // throws IllegalStateException
  throw new IllegalStateException("in the body");
}

try (var bad = new Resource("bad")) {
  throw new IllegalStateException("in the body");
} catch (Exception e) {
  System.out.println(e.getMessage() + ", suppressed: " + e.getSuppressed()[0].getMessage());
}

@SuppressWarnings("finally")
int surprising() {
  try {
    throw new RuntimeException("lost");
  } finally {
    return 42;
  }
}

surprising()

int attempts = 0;
<T> T retry(int times, Callable<T> action) throws Exception {
  for (int i = 1; ; i++) {
    try {
      return action.call();
    } catch (IOException | IllegalStateException e) {
      System.err.println("attempt " + i + ": " + e.getMessage());
      if (i == times) throw new RuntimeException("gave up after " + i, e);
    }
  }
}

retry(5, () -> {
  if (++attempts < 3) throw new IOException("flaky " + attempts);
  return "done";
})
attempts

retry(2, () -> { throw new IllegalStateException("never"); })   // throws RuntimeException

// ## Exceptions as values

Exception kept = new IllegalArgumentException("kept, not thrown");
kept.getMessage()
kept
Throwable deep = new RuntimeException("outer", new RuntimeException("middle", new IOException("inner")));
String root = null;
for (Throwable t = deep; t != null; t = t.getCause()) root = t.getMessage();
root

throw new RuntimeException(deep);   // throws RuntimeException

assert 1 + 1 == 3 : "arithmetic is broken";
"assertions are off, as they are in jshell"

String partial = "assigned before";
String never = partial.repeat(-1);   // throws IllegalArgumentException

partial
