package dev.colight.programs;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of value that can change. Not in the package of the worker, whose own objects no program
 * can change.
 *
 * @param make makes another one, always in the same state
 * @param read uses it without changing it
 * @param write changes it
 * @param behaviour tells all there is to know of one, which may use it up
 */
@SuppressWarnings({
  "deprecation",
  "IdentityHashMapUsage",
  "JavaUtilDate",
  "JdkObsolete",
  "LockNotBeforeTry",
  "ReturnValueIgnored"
}) // programs use what is obsolete, too, and it is all there to be used up
public record HeapCase(
    String name,
    Supplier<Object> make,
    Consumer<Object> read,
    Consumer<Object> write,
    Function<Object, String> behaviour) {
  @SuppressWarnings("unchecked") // a case is made and used with values of its one type
  static <T> HeapCase of(
      String name, Supplier<T> make, Consumer<T> read, Consumer<T> write, Function<T, ?> tell) {
    return new HeapCase(
        name,
        make::get,
        value -> read.accept((T) value),
        value -> write.accept((T) value),
        value -> tell(tell, (T) value));
  }

  private static <T> String tell(Function<T, ?> tell, T value) {
    try {
      return String.valueOf(tell.apply(value));
    } catch (IllegalStateException e) {
      return e.toString();
    }
  }

  static <T> HeapCase of(String name, Supplier<T> make, Consumer<T> write) {
    return of(name, make, HeapCase::use, write, Object::toString);
  }

  static <T> HeapCase of(String name, Supplier<T> make, Consumer<T> write, Function<T, ?> tell) {
    return of(name, make, HeapCase::use, write, tell);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void use(Object value) {
    value.toString();
    value.hashCode();
    value.equals("another");
    if (value instanceof Collection<?> collection) {
      collection.size();
      collection.contains(3);
      collection.stream().map(String::valueOf).toList();
      collection.forEach(element -> {});
    } else if (value instanceof Map<?, ?> map) {
      map.size();
      map.get(map.keySet().iterator().next());
      map.containsValue(3);
      map.keySet().forEach(key -> {});
      map.values().stream().toList();
      map.entrySet().forEach(entry -> {});
    }
  }

  private static ArrayList<Integer> list() {
    return new ArrayList<>(List.of(1, 2, 3));
  }

  private static <M extends Map<String, Integer>> M filled(M map) {
    map.put("one", 1);
    map.put("two", 2);
    map.put("three", 3);
    return map;
  }

  private static <C extends Collection<Integer>> C filled(C collection) {
    collection.addAll(List.of(3, 1, 2));
    return collection;
  }

  private static String drain(Iterator<?> iterator) {
    List<Object> rest = new ArrayList<>();
    iterator.forEachRemaining(rest::add);
    return rest.toString();
  }

  /** A class of a program. */
  static class Base {
    private int hidden = 1;
    final List<String> notes = new ArrayList<>(List.of("a"));

    void bump() {
      hidden++;
    }

    @Override
    public String toString() {
      return hidden + " " + notes;
    }
  }

  /** One that extends it, and that leads back to itself. */
  static final class Derived extends Base {
    private double amount = 0.5;
    final Derived self = this;

    @Override
    public String toString() {
      return super.toString() + " " + amount + " " + (self == this);
    }
  }

  /** A record whose component can change. */
  record Holder(String name, List<Integer> list) {}

  private static HeapCase array(String name, Supplier<Object> make, Consumer<Object> write) {
    return of(name, make, write, array -> Arrays.deepToString(new Object[] {array}));
  }

  /** Returns collections and what is made of them. */
  static List<HeapCase> collections() {
    return List.of(
        of("ArrayList that grows", HeapCase::list, list -> list.add(4)),
        of("ArrayList whose element is replaced", HeapCase::list, list -> list.set(1, 7)),
        of("ArrayList that is cleared", HeapCase::list, ArrayList::clear),
        of("ArrayList that is sorted", () -> filled(new ArrayList<>()), Collections::sort),
        of("LinkedList", () -> filled(new LinkedList<>()), LinkedList::removeFirst),
        of("Vector", () -> filled(new Vector<>()), vector -> vector.add(9)),
        of("HashMap", () -> filled(new HashMap<>()), map -> map.merge("one", 5, Integer::sum)),
        of("HashMap that grows much", () -> filled(new HashMap<>()), HeapCase::putMany),
        of("TreeMap", () -> filled(new TreeMap<>()), map -> map.remove("two")),
        of("TreeMap that grows much", () -> filled(new TreeMap<>()), HeapCase::putMany),
        of("LinkedHashMap", () -> filled(new LinkedHashMap<>()), map -> map.put("four", 4)),
        of(
            "LinkedHashMap in the order of access",
            () -> filled(new LinkedHashMap<>(16, 0.75f, true)),
            map -> map.toString(),
            map -> map.get("one"),
            Object::toString),
        of("WeakHashMap", () -> filled(new WeakHashMap<>()), map -> map.put("four", 4)),
        of("IdentityHashMap", () -> filled(new IdentityHashMap<>()), Map::clear),
        of("ConcurrentHashMap", () -> filled(new ConcurrentHashMap<>()), HeapCase::putMany),
        of("ConcurrentSkipListMap", () -> filled(new ConcurrentSkipListMap<>()), Map::clear),
        of("Properties", Properties::new, p -> {}, p -> p.setProperty("a", "b"), Object::toString),
        of("HashSet", () -> filled(new HashSet<>()), set -> set.remove(3)),
        of("LinkedHashSet", () -> filled(new LinkedHashSet<>()), set -> set.add(9)),
        of("TreeSet", () -> filled(new TreeSet<>()), TreeSet::pollFirst),
        of("ArrayDeque", () -> filled(new ArrayDeque<>()), ArrayDeque::pop),
        of("PriorityQueue", () -> filled(new PriorityQueue<>()), PriorityQueue::poll),
        of("ArrayBlockingQueue", () -> filled(new ArrayBlockingQueue<>(9)), q -> q.poll()),
        of("LinkedBlockingQueue", () -> filled(new LinkedBlockingQueue<>()), q -> q.poll()),
        of("ConcurrentLinkedQueue", () -> filled(new ConcurrentLinkedQueue<>()), q -> q.poll()),
        of("CopyOnWriteArrayList", () -> filled(new CopyOnWriteArrayList<>()), l -> l.add(4)),
        of(
            "EnumMap",
            () -> new EnumMap<>(Map.of(TimeUnit.DAYS, 1)),
            map -> map.put(TimeUnit.HOURS, 2)),
        of("EnumSet", () -> EnumSet.of(TimeUnit.DAYS), set -> set.add(TimeUnit.HOURS)),
        of("BitSet", () -> BitSet.valueOf(new long[] {5}), set -> set.flip(1)),
        of("Arrays.asList", () -> Arrays.asList(1, 2, 3), list -> list.set(0, 9)),
        of("subList", () -> list().subList(1, 3), list -> list.set(0, 9)),
        of("keySet", () -> filled(new HashMap<>()).keySet(), keys -> keys.remove("one")),
        of("values", () -> filled(new TreeMap<>()).values(), values -> values.remove(1)),
        of(
            "entry",
            () -> filled(new TreeMap<>()).entrySet().iterator().next(),
            entry -> entry.setValue(9)),
        of("unmodifiable list", () -> new HashMap<>(Map.of(1, list())), map -> map.get(1).add(4)),
        of(
            "synchronized map",
            () -> Collections.synchronizedMap(filled(new HashMap<>())),
            map -> map.put("a", 0)),
        of("list that holds itself", HeapCase::selfish, list -> list.add("x")));
  }

  private static void putMany(Map<String, Integer> map) {
    for (int i = 0; i < 100; i++) {
      map.put("key" + i, i);
    }
  }

  private static List<Object> selfish() {
    List<Object> list =
        new ArrayList<>() {
          @Override
          public int hashCode() {
            return 0;
          }
        };
    list.add(list);
    return list;
  }

  /** Returns arrays, numbers and text. */
  static List<HeapCase> simple() {
    return List.of(
        of("StringBuilder", () -> new StringBuilder("abc"), text -> text.append('d')),
        of("StringBuilder that is set", () -> new StringBuilder("abc"), t -> t.setCharAt(0, 'x')),
        of("StringBuffer", () -> new StringBuffer("abc"), StringBuffer::reverse),
        of("StringJoiner", () -> new StringJoiner(",").add("a"), joiner -> joiner.add("b")),
        of("StringWriter", StringWriter::new, writer -> writer.write("a")),
        of(
            "StringTokenizer",
            () -> new StringTokenizer("a b"),
            StringTokenizer::nextToken,
            t -> t.countTokens()),
        array("boolean[]", () -> new boolean[2], a -> ((boolean[]) a)[1] = true),
        array("byte[]", () -> new byte[] {1, 2}, a -> ((byte[]) a)[1] = 3),
        array("short[]", () -> new short[] {1, 2}, a -> ((short[]) a)[1] = 3),
        array("char[]", () -> new char[] {1, 2}, a -> ((char[]) a)[1] = 3),
        array("int[]", () -> new int[] {1, 2}, a -> ((int[]) a)[1] = 3),
        array("long[]", () -> new long[] {1, 2}, a -> ((long[]) a)[1] = 3),
        array("float[]", () -> new float[] {1, 2}, a -> ((float[]) a)[1] = 3),
        array("double[]", () -> new double[] {1, 2}, a -> ((double[]) a)[1] = 3),
        array("double[] with another zero", () -> new double[1], a -> ((double[]) a)[0] = -0.0),
        array("String[]", () -> new String[] {"a"}, a -> ((String[]) a)[0] = "b"),
        array("int[][]", () -> new int[3][3], a -> ((int[][]) a)[1][1] = 5),
        array("int[][] with another row", () -> new int[3][3], a -> ((int[][]) a)[1] = new int[0]),
        of("AtomicInteger", () -> new AtomicInteger(1), AtomicInteger::incrementAndGet),
        of("AtomicLongArray", () -> new AtomicLongArray(2), a -> a.set(1, 5)),
        of("AtomicReference", () -> new AtomicReference<>("a"), a -> a.set("b")),
        of("LongAdder", LongAdder::new, LongAdder::increment),
        of("Random", () -> new Random(5), Random::nextInt, Random::nextInt),
        of(
            "Random that is asked for a pair",
            () -> new Random(5),
            r -> r.nextGaussian(),
            r -> r.nextGaussian() + r.nextGaussian()));
  }

  /** Returns what is half-way through something. */
  static List<HeapCase> underWay() {
    return List.of(
        of("Iterator", () -> list().iterator(), Iterator::next, HeapCase::drain),
        of("ListIterator", () -> list().listIterator(1), ListIterator::previous, HeapCase::drain),
        of(
            "iterator of a map",
            () -> filled(new TreeMap<>()).keySet().iterator(),
            Iterator::next,
            HeapCase::drain),
        of("Scanner", () -> new Scanner("1 2 3"), Scanner::nextInt, scanner -> drain(scanner)),
        of("StringReader", () -> new StringReader("abc"), HeapCase::read, HeapCase::rest),
        of(
            "BufferedReader over bytes",
            () -> new BufferedReader(new InputStreamReader(bytes(), StandardCharsets.UTF_8), 2),
            HeapCase::read,
            HeapCase::rest),
        of(
            "InputStreamReader",
            () -> new InputStreamReader(bytes(), StandardCharsets.UTF_8),
            HeapCase::read,
            HeapCase::rest),
        of(
            "ByteArrayInputStream",
            HeapCase::bytes,
            stream -> stream.read(),
            stream -> stream.available()),
        of(
            "ByteArrayOutputStream",
            ByteArrayOutputStream::new,
            stream -> stream.write(1),
            s -> s.size()),
        of(
            "Stream",
            () -> list().stream().map(x -> x + 1),
            stream -> stream.toList(),
            stream -> drain(stream.iterator())),
        of(
            "Matcher",
            () -> Pattern.compile("b+").matcher("abbab"),
            Matcher::find,
            m -> m.find() ? m.start() : -1),
        of(
            "ByteBuffer",
            () -> ByteBuffer.allocate(8),
            buffer -> buffer.putInt(5),
            buffer -> buffer + " " + buffer.getInt(0)),
        of(
            "MessageDigest",
            HeapCase::digest,
            d -> d.update((byte) 1),
            d -> HexFormat.of().formatHex(d.digest())),
        of(
            "Semaphore",
            () -> new Semaphore(2),
            semaphore -> semaphore.tryAcquire(),
            semaphore -> semaphore.availablePermits()),
        of(
            "ReentrantReadWriteLock with its map",
            () -> new Object[] {new ReentrantReadWriteLock(), filled(new HashMap<>())},
            pair -> {
              ((ReentrantReadWriteLock) pair[0]).readLock().lock();
              ((ReentrantReadWriteLock) pair[0]).readLock().unlock();
            },
            pair -> ((Map<?, ?>) pair[1]).clear(),
            pair -> pair[1]),
        of(
            "ReentrantLock with its count",
            () -> new Object[] {new ReentrantLock(), new int[1]},
            pair -> {
              ((ReentrantLock) pair[0]).lock();
              ((ReentrantLock) pair[0]).unlock();
            },
            pair -> ((int[]) pair[1])[0]++,
            pair -> ((int[]) pair[1])[0]),
        of(
            "Calendar",
            HeapCase::calendar,
            c -> c.add(Calendar.MONTH, 1),
            c -> c.getTime().getTime()),
        of("Date", HeapCase::date, date -> date.setTime(5), Date::getTime),
        of(
            "SimpleDateFormat",
            () -> new SimpleDateFormat("yyyy", Locale.ROOT),
            format -> format.format(new Date(0)).length(),
            format -> format.applyPattern("MM"),
            format -> format.format(new Date(0))),
        of(
            "DecimalFormat",
            () -> new DecimalFormat("0.0"),
            format -> format.setMinimumFractionDigits(3),
            f -> f.format(1)),
        of(
            "CompletableFuture that is done",
            () -> CompletableFuture.completedFuture(list()),
            future -> future.join().add(4),
            CompletableFuture::join),
        of(
            "iterator over random numbers",
            () -> new Random(5).ints(9, 0, 100).iterator(),
            Iterator::next,
            HeapCase::drain),
        of(
            "DateTimeFormatterBuilder",
            DateTimeFormatterBuilder::new,
            builder -> builder.appendLiteral("x"),
            builder -> builder.toFormatter(Locale.ROOT)),
        of(
            "DigestOutputStream",
            () -> new DigestOutputStream(new ByteArrayOutputStream(), digest()),
            HeapCase::write,
            stream -> HexFormat.of().formatHex(stream.getMessageDigest().digest())),
        of(
            "TimeZone",
            () -> TimeZone.getTimeZone("America/New_York"),
            zone -> zone.getOffset(0),
            zone -> zone.setRawOffset(5000),
            zone -> zone.getOffset(0)),
        of(
            "WeakReference",
            () -> new WeakReference<>(new int[] {1}),
            WeakReference::clear,
            reference -> reference.get() == null),
        of(
            "SoftReference to a list",
            () -> new SoftReference<>(list()),
            reference -> reference.get().add(4),
            SoftReference::get),
        of(
            "method handle of a list",
            HeapCase::boundAdd,
            HeapCase::invoke,
            handle -> invoke(handle).size()),
        of(
            "method that is made accessible",
            HeapCase::hiddenMethod,
            method -> method.getName(),
            method -> method.setAccessible(true),
            method -> method.isAccessible()),
        of(
            "exception with another trace",
            () -> new IllegalStateException("a"),
            Exception::getMessage,
            e -> e.setStackTrace(new StackTraceElement[0]),
            e -> e.getStackTrace().length > 0),
        of(
            "proxy that counts",
            HeapCase::proxy,
            proxy -> {},
            proxy -> proxy.compareTo("a"),
            proxy -> proxy.compareTo("b")),
        of(
            "BufferedImage",
            () -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
            image -> image.setRGB(1, 1, 255),
            image -> image.getRGB(1, 1)));
  }

  private static void read(java.io.Reader reader) {
    try {
      reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rest(java.io.Reader reader) {
    try {
      StringWriter writer = new StringWriter();
      reader.transferTo(writer);
      return writer.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream bytes() {
    return new ByteArrayInputStream("größer".repeat(3000).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(OutputStream stream) {
    try {
      stream.write(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MethodHandle boundAdd() {
    try {
      MethodType type = MethodType.methodType(boolean.class, Object.class);
      List<Integer> list = list();
      MethodHandle add = MethodHandles.lookup().findVirtual(List.class, "add", type).bindTo(list);
      MethodHandle self = MethodHandles.constant(List.class, list);
      return MethodHandles.collectArguments(
          MethodHandles.dropArguments(self, 0, boolean.class),
          0,
          MethodHandles.insertArguments(add, 0, 4));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<?> invoke(MethodHandle handle) {
    try {
      return (List<?>) handle.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method hiddenMethod() {
    try {
      return HeapCase.class.getDeclaredMethod("hiddenMethod");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked") // it is made so
  private static Comparable<String> proxy() {
    int[] calls = {0};
    return (Comparable<String>)
        Proxy.newProxyInstance(
            HeapCase.class.getClassLoader(),
            new Class<?>[] {Comparable.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "compareTo" -> calls[0]++;
                  case "hashCode" -> 1;
                  case "equals" -> false;
                  default -> "proxy";
                });
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Calendar calendar() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(0);
    return calendar;
  }

  private static Date date() {
    Date date = new Date(0);
    date.toString(); // shown once, as a program does: then it has split up its time
    return date;
  }

  /** Returns objects of a program's own classes. */
  static List<HeapCase> ofPrograms() {
    return List.of(
        of("object with an inherited field", Derived::new, Base::bump),
        of("object with a field of its own", Derived::new, object -> object.amount = 2),
        of("object with a final list", Derived::new, object -> object.notes.add("b")),
        of("record with a list", () -> new Holder("a", list()), holder -> holder.list().add(4)),
        of("Optional of a list", () -> Optional.of(list()), some -> some.get().add(4)),
        of("immutable list of lists", () -> List.of(list(), list()), lists -> lists.get(1).add(4)),
        of(
            "immutable list of arrays",
            () -> List.of(new int[1], new int[1], new int[1]),
            lists -> lists.get(0)[0]++,
            lists -> lists.get(0)[0]),
        of(
            "immutable pair of arrays",
            () -> List.of(new String[] {"a"}, new String[] {"b"}),
            pair -> pair.get(1)[0] = "c",
            pair -> pair.get(1)[0]),
        of("immutable map of lists", () -> Map.of(1, list()), map -> map.get(1).add(4)),
        of("lambda over an array", HeapCase::counter, IntSupplier::getAsInt, IntSupplier::getAsInt),
        of("lambda over a list", HeapCase::appender, Runnable::run, Object::getClass),
        of("anonymous class", HeapCase::anonymous, IntSupplier::getAsInt, IntSupplier::getAsInt),
        of(
            "exception with a list",
            () -> new Carrier(list()),
            Exception::getMessage,
            carrier -> carrier.list.add(4),
            carrier -> carrier.list),
        of(
            "cycle of maps",
            HeapCase::cycle,
            map -> map.get("next"),
            map -> map.get("next").put("x", Map.of()),
            map -> map.get("next").keySet()));
  }

  /** An exception of a program. */
  static final class Carrier extends Exception {
    private static final long serialVersionUID = 1;
    final transient List<Integer> list;

    Carrier(List<Integer> list) {
      super("carries");
      this.list = list;
    }
  }

  private static IntSupplier counter() {
    int[] count = {5};
    return () -> count[0]++;
  }

  private static Runnable appender() {
    List<Integer> list = list();
    return () -> list.add(4);
  }

  private static IntSupplier anonymous() {
    return new IntSupplier() {
      private int next = 3;

      @Override
      public int getAsInt() {
        return next++;
      }
    };
  }

  private static Map<String, Map<String, Object>> cycle() {
    Map<String, Map<String, Object>> outer = new IdentityHashMap<>();
    Map<String, Object> inner = new HashMap<>(Map.of("a", 1));
    outer.put("next", inner);
    inner.put("back", outer);
    return outer;
  }

  /**
   * Tells whether the platform itself changes something of such a value when it is read: it moves
   * an end of the queue, or uses the calendar of the format as scratch paper.
   */
  public boolean isMovedByReading() {
    return Set.of("ConcurrentLinkedQueue", "SimpleDateFormat").contains(name);
  }

  /** Returns all. */
  public static List<HeapCase> all() {
    return Stream.of(collections(), simple(), underWay(), ofPrograms(), PlatformCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
