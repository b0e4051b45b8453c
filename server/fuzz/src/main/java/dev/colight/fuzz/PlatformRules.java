package dev.colight.fuzz;

import java.util.List;
import java.util.stream.Stream;

/**
 * Objects of the platform with a state of their own, which many a call changes that only seems to
 * look: matchers, scanners, buffers, caches in the order of access.
 */
final class PlatformRules {
  private static final List<String> TEXTS =
      List.of(
          "var {+matcher} = Pattern.compile(\"[a-c]\").matcher(\"xaybzc\" + {str});",
          "{@matcher#1}.find() ? {@matcher#1}.group() : \"none\"",
          "{@matcher}.find();",
          "{@matcher}.reset();",
          "{@matcher}.replaceAll(x -> x.group() + {int})",
          "var {+scan} = new Scanner(\"1 2 3 4 5 6 7\");",
          "{@scan}.nextInt() + {int}",
          "{@scan}.hasNext()",
          "var {+bits} = new BitSet();",
          "{@bits}.set({k});",
          "{@bits}.flip(0, {k});",
          "{@bits}",
          "{@bits}.cardinality() + {int}",
          "var {+buf} = java.nio.ByteBuffer.allocate(64);",
          "{@buf}.putInt({int});",
          "{@buf}.flip();",
          "{@buf}.getInt()",
          "{@buf}.position() + {@buf}.remaining()",
          "{@buf}.rewind();",
          "var {+chars} = new java.io.StringReader(\"some text\" + {k});",
          "(char) {@chars}.read()",
          "var {+lru} = new LinkedHashMap<String, Integer>(8, 0.75f, true);",
          "{@lru}.put({w}, {int});",
          "{@lru}.get({w})",
          "{@lru}.getOrDefault({w}, {k})",
          "{@lru}",
          "{@lru}.keySet().iterator().next()",
          "var {+emap} = new EnumMap<TimeUnit, Integer>(TimeUnit.class);",
          "{@emap}.merge(TimeUnit.SECONDS, {int}, Integer::sum);",
          "{@emap}.put(TimeUnit.DAYS, {k});",
          "{@emap}",
          "var {+cmap} = new ConcurrentHashMap<String, Integer>();",
          "{@cmap}.merge({w}, {k}, Integer::sum)",
          "{@cmap}.computeIfAbsent({w}, x -> {int})",
          "{@cmap}",
          "var {+cow} = new CopyOnWriteArrayList<Integer>(List.of({k}));",
          "{@cow}.addIfAbsent({int})",
          "for (int x : {@cow}) {@cow}.add(x + 1);",
          "{@cow}",
          "var {+join} = new StringJoiner(\"-\", \"<\", \">\");",
          "{@join}.add({str});",
          "{@join}",
          "ThreadLocal<Integer> {+local} = ThreadLocal.withInitial(() -> {k});",
          "{@local}.set({@local}.get() + {int});",
          "{@local}.get()",
          "var {+adder} = new java.util.concurrent.atomic.LongAdder();",
          "{@adder}.add({int});",
          "{@adder}.sumThenReset()",
          "{@adder}",
          "var {+future} = new CompletableFuture<Integer>();",
          "{@future}.complete({int})",
          "{@future}.isDone()",
          "{@future}.getNow({k})",
          "{@future}.thenApply(x -> x + {int}).getNow({k})",
          "var {+calendar} = new GregorianCalendar(2020, 1, {k} + 1);",
          "{@calendar}.add(Calendar.DAY_OF_MONTH, {int});",
          "{@calendar}.get(Calendar.DAY_OF_YEAR)",
          "var {+date} = new Date({int} * 1000L);",
          "{@date}.setTime({k} * 86_400_000L);",
          "{@date}.getTime()",
          "var {+format} = new java.text.DecimalFormat(\"0.0\", new java.text.DecimalFormatSymbols(Locale.ROOT));",
          "{@format}.setMaximumFractionDigits({k} % 4);",
          "{@format}.format({int} / 3.0)",
          "var {+digest} = java.security.MessageDigest.getInstance(\"SHA-256\");",
          "{@digest}.update((byte) {k});",
          "{@digest}.digest()[0]",
          "var {+crc} = new java.util.zip.CRC32();",
          "{@crc}.update({int});",
          "{@crc}.getValue()",
          "var {+same} = new IdentityHashMap<Object, Integer>();",
          "{@same}.put(TimeUnit.DAYS, {int});",
          "{@same}.size()",
          "var {+split} = new StringTokenizer(\"a b c d e\");",
          "{@split}.nextToken()",
          "{@split}.countTokens()",
          "var {+summary} = IntStream.of({k}, {int}).summaryStatistics();",
          "{@summary}.accept({int});",
          "{@summary}",
          "var {+bytes} = new java.io.ByteArrayOutputStream();",
          "{@bytes}.write({k});",
          "{@bytes}.size()",
          "new java.io.PrintStream({@bytes}, true).print({str});",
          "{@bytes}.toString()",
          "var {+spliterator} = List.of({k}, {int}, 3).spliterator();",
          "{@spliterator}.tryAdvance(x -> System.out.println(x))",
          "{@spliterator}.estimateSize()");

  private static final List<String> WITH_LISTS =
      List.of(
          "var {+cursor} = {@list}.listIterator();",
          "{@cursor}.next(); {@cursor}.set({int});",
          "{@cursor}.hasPrevious() ? {@cursor}.previous() : {k}",
          "{@cursor}.add({k});",
          "List<Integer> {+list} = Collections.synchronizedList({@list});",
          "var {+checked} = Collections.checkedList({@list}, Integer.class);",
          "{@checked}.add({int});");

  private PlatformRules() {}

  static Stream<Rule> snippets() {
    return Stream.concat(
        TEXTS.stream().map(text -> new Rule(Feature.PLATFORM, Feature.PLATFORM, text)),
        WITH_LISTS.stream().map(text -> new Rule(Feature.PLATFORM, Feature.LISTS, text)));
  }
}
