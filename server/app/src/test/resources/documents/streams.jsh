// # Streams, all the way down

record Book(String title, String author, int year, int pages, Set<String> tags) {
  Book(String title, String author, int year, int pages, String... tags) {
    this(title, author, year, pages, new TreeSet<>(Arrays.asList(tags)));
  }
}

List<Book> shelf = List.of(
    new Book("Emma", "Austen", 1815, 474, "novel", "classic"),
    new Book("Persuasion", "Austen", 1817, 249, "novel", "classic"),
    new Book("Dracula", "Stoker", 1897, 418, "horror", "classic"),
    new Book("Dune", "Herbert", 1965, 612, "scifi"),
    new Book("Solaris", "Lem", 1961, 204, "scifi", "classic"),
    new Book("The Cyberiad", "Lem", 1965, 295, "scifi", "stories"),
    new Book("Ficciones", "Borges", 1944, 174, "stories"));

shelf.size()
shelf.get(1).tags()
shelf.stream().map(Book::title).sorted().toList()
shelf.stream().mapToInt(Book::pages).sum()
shelf.stream().anyMatch(b -> b.year() < 1800)
shelf.stream().filter(b -> b.tags().contains("horror")).findFirst().map(Book::author).orElse("nobody")

// ## Grouping

Map<String, List<String>> byAuthor = shelf.stream().collect(Collectors.groupingBy(Book::author, TreeMap::new, Collectors.mapping(Book::title, Collectors.toList())));
byAuthor.keySet()
byAuthor.get("Lem")

var byCentury = shelf.stream().collect(Collectors.groupingBy(b -> b.year() / 100 + 1, TreeMap::new, Collectors.averagingInt(Book::pages)));
var parts = shelf.stream().collect(Collectors.partitioningBy(b -> b.pages() > 300, Collectors.counting()));
var tagCount = shelf.stream().flatMap(b -> b.tags().stream()).collect(Collectors.toMap(t -> t, t -> 1, Integer::sum, TreeMap::new));
String line = shelf.stream().map(b -> b.title().substring(0, 2)).collect(Collectors.joining("|", "<", ">"));

// `toMap` without a merge function does not take two of a kind.

shelf.stream().collect(Collectors.toMap(Book::author, Book::title))   // throws IllegalStateException

// ## Statistics, and two answers in one pass

IntSummaryStatistics pages = shelf.stream().collect(Collectors.summarizingInt(Book::pages));
pages.getMin() + ".." + pages.getMax()
shelf.stream().collect(Collectors.teeing(Collectors.minBy(Comparator.comparing(Book::year)), Collectors.maxBy(Comparator.comparing(Book::year)), (a, b) -> a.get().title() + " to " + b.get().title()))

// ## Making streams

IntStream.rangeClosed(1, 5).boxed().collect(Collectors.toList())
Stream.iterate(1, x -> x < 1000, x -> x * 3).toList()
Stream.iterate(new long[] {0, 1}, f -> new long[] {f[1], f[0] + f[1]}).mapToLong(f -> f[0]).limit(15).toArray()
"stream".chars().mapToObj(c -> (char) c).collect(Collectors.toCollection(ArrayDeque::new))
Stream.of("a,b", "c", "", "d,e,f").flatMap(s -> s.isEmpty() ? Stream.empty() : Arrays.stream(s.split(","))).toList()
Stream.of(1, "two", 3.0, 'c').<String>mapMulti((x, sink) -> { if (x instanceof Number n) sink.accept("n" + n.intValue()); }).toList()
DoubleStream.of(1, 4, 9).map(Math::sqrt).boxed().toList()
Stream.of(5, 3, 9, 1).sorted(Comparator.reverseOrder()).takeWhile(x -> x > 2).toList()
IntStream.range(0, 20).skip(15).mapToObj(Integer::toBinaryString).toList()

// Streams are lazy: look at the order.

List<String> log = new ArrayList<>();
Optional<Integer> found = Stream.of(1, 2, 3, 4).peek(x -> log.add("see " + x)).map(x -> x * x).filter(x -> x > 3).peek(x -> log.add("pass " + x)).findFirst();
log

// And they are used up.

Stream<String> once = Stream.of("x");
once.count()

once.count()   // throws IllegalStateException

// ## A collector of our own

Collector<Integer, ?, List<List<Integer>>> runs() {
  return Collector.of(
      ArrayList::new,
      (List<List<Integer>> all, Integer x) -> {
        if (all.isEmpty() || last(all.get(all.size() - 1)) + 1 != x) all.add(new ArrayList<>());
        all.get(all.size() - 1).add(x);
      },
      (a, b) -> {
        throw new UnsupportedOperationException("in order only");
      });
}

<T> T last(List<T> list) {
  return list.get(list.size() - 1);
}

Stream.of(1, 2, 3, 7, 8, 12).collect(runs())
IntStream.of(3, 1, 4, 1, 5, 9, 2, 6).boxed().reduce(0, (a, b) -> 10 * a + b)
shelf.stream().sorted(Comparator.comparing(Book::author).thenComparing(Book::year, Comparator.reverseOrder())).map(b -> b.author().charAt(0) + "" + b.year()).toList()
IntStream.rangeClosed(1, 1000).parallel().filter(x -> x % 7 == 0).sum()
