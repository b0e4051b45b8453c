package dev.colight.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * How documents are written: statements and definitions, and expressions for their holes. Whatever
 * recurs gets smaller, nothing loops without end, and nothing depends on time.
 */
final class Grammar {
  /** Statements and definitions. */
  static final List<Rule> SNIPPETS = new ArrayList<>();

  /** Expressions of type int. */
  static final List<Rule> INTS = new ArrayList<>();

  /** Expressions of type String. */
  static final List<Rule> TEXTS = new ArrayList<>();

  private Grammar() {}

  static {
    snippets(
        Feature.NUMBERS,
        "int {+int} = {int};",
        "var {+int} = {int};",
        "int {+int} = {k}; int {+int} = {int};",
        "{@int} = {int};",
        "{@int#1} += {k};\n{@int#1}",
        "{@int}++;",
        "{int}",
        "{int} * {int}");
    snippets(
        Feature.TEXTS,
        "String {+str} = {str};",
        "var {+str} = {str};",
        "{@str} = {str};",
        "{str}",
        "{str}.toUpperCase() + {int}");
    snippets(
        Feature.IMMUTABLES,
        "List<Integer> {+imm} = List.of({int}, {k});",
        "var {+imm} = Stream.of({k}, {int}).map(x -> x + {int}).toList();",
        "{@imm}",
        "{@imm}.stream().mapToInt(x -> x * {k}).sum()",
        "{@imm}.get({k})",
        "{@imm}.add({k});");
    snippets(
        Feature.METHODS,
        "int {+fun}(int x) { return x * {k} + {int}; }",
        "int {+fun#1}(int x) {\n  if (x <= 0) return {k};\n  return {+fun#1}(x - 1) + {k};\n}",
        "int {+fun}(int x) { return x <= 0 ? {int} : {@fun}(x - 1) + {k}; }",
        "String {+textfun}(String x) { return x + {str}; }",
        "int {+next}() { return {int} + {k}; }",
        "{@fun}({int} % 5)",
        "int {+int} = {@fun}({k});",
        "String {+str} = {@textfun}({str});",
        "{@next}()");
    snippets(
        Feature.ASSIGNING,
        "int {+next}() { return {@int#1} += {k}; }",
        "int {+next}() { {@int#1}++; return {@int#1} * {k}; }",
        "int {+fun}(int x) { {@int} = x; return {@int} + {k}; }",
        "Runnable {+act} = () -> {@int} += {k};",
        "{@next}();",
        "{@act}.run();");
    snippets(
        Feature.LAMBDAS,
        "IntUnaryOperator {+op} = x -> x + {int};",
        "Supplier<Object> {+sup} = () -> {int} + {w};",
        "{@op}.applyAsInt({int})",
        "{@sup}.get()",
        "int {+int} = {@op}.applyAsInt({k});");
    snippet(Feature.LAMBDAS, Feature.METHODS, "IntUnaryOperator {+op} = x -> {@fun}(x % 4) + {k};");
    snippets(
        Feature.TYPES,
        "record {+value}(int n) { int twice() { return n * 2 + {k}; } }",
        "record {+value}(int n) { int twice() { return n + {int}; } }",
        "class {+value#1} {\n  static final int BASE = {k};\n  final int n;\n"
            + "  {+value#1}(int n) { this.n = n + BASE; }\n  int twice() { return n * {k}; }\n"
            + "  public String toString() { return \"{+value#1} \" + n; }\n}",
        "enum {+enum} { A, B; int rank() { return ordinal() + {k}; } }",
        "enum {+enum} { B, A; int rank() { return ordinal() + {int}; } }",
        "var {+val} = new {@value}({int});",
        "Object {+val} = new {@value}({k});",
        "{@val}.twice()",
        "{@val}",
        "new {@value}({k}).equals(new {@value}({k}))",
        "{@enum}.A.rank() + {k}",
        "{@enum}.valueOf(\"B\")");
    snippets(
        Feature.IMPORTS,
        "import static java.lang.Math.*;",
        "import static java.lang.Math.abs;",
        "import java.time.*;",
        "abs({int} - {k})",
        "Duration.ofMinutes({int} % 100).toString()");
    snippets(
        Feature.PRINTING,
        "System.out.println({int});",
        "System.out.print({str});\nSystem.err.println({k});",
        "if ({int} > {k}) {\n  System.out.println({str});\n} else {\n  System.out.println(\"no\");\n}",
        "for (int i = 0; i < {k}; i++) System.out.print(i + \" \" + {int});");
    snippet(Feature.PRINTING, Feature.LISTS, "for (var x : {@list}) System.out.println(x);");
    snippet(
        Feature.PRINTING,
        Feature.METHODS,
        "int {+fun}(int x) { System.out.println(x); return {int}; }");
    snippets(
        Feature.ERRORS,
        "throw new IllegalStateException({str});",
        "{int} / ({int} - {k})",
        "Integer.parseInt({str})",
        "int {+int} = {k}; int {+int} = {int} / ({int} - {k}); int {+int} = {k};",
        "if ({int} > {k}) throw new RuntimeException(\"at \" + {int});",
        "int {+int} = 1; if ({int} < {k}) throw new RuntimeException({w}); {@int} = {int};",
        "try {\n  {@int} = {k} / ({int} - {k});\n} catch (ArithmeticException e) {\n  {@int} = {k};\n}");
    snippet(
        Feature.ERRORS,
        Feature.LISTS,
        "{@list}.add({k}); if ({int} > {k}) throw new RuntimeException({w});");
    snippet(Feature.ERRORS, Feature.LISTS, "{@list}.add({k}); {@list}.get({int});");
    snippet(Feature.ERRORS, Feature.ARRAYS, "{@arr}[0]++; {@arr}[{int}]++;");
    snippet(
        Feature.ERRORS, Feature.BUILDERS, "{@sb}.append({k}); int {+int} = {k} / ({int} - {k});");
    snippets(
        Feature.LISTS,
        "List<Integer> {+list} = new ArrayList<>(List.of({int}, {k}));",
        "var {+list} = new ArrayList<Integer>();",
        "var {+list} = new LinkedList<Integer>(List.of({k}, {int}));",
        "{@list}.add({int});",
        "{@list}.add(0, {int});\n{@list}",
        "{@list}.set(0, {int});",
        "{@list}.remove(0)",
        "{@list}.clear();",
        "{@list}.replaceAll(x -> x + {int});",
        "{@list}.removeIf(x -> x > {k});",
        "Collections.sort({@list});",
        "Collections.reverse({@list});",
        "for (int i = 0; i < {k}; i++) {@list}.add(i * {int});",
        "{@list}.addAll(List.of({k}, {int}));",
        "{@list} = new ArrayList<>({@list});",
        "{@list}",
        "{@list}.stream().mapToInt(x -> x).sum()",
        "var {+imm} = List.copyOf({@list});");
    snippets(
        Feature.MAPS,
        "Map<String, Integer> {+map} = new TreeMap<>(Map.of({w}, {int}));",
        "var {+map} = new HashMap<String, Integer>();",
        "var {+map} = new LinkedHashMap<String, Integer>();",
        "{@map}.put({w}, {int});",
        "{@map}.merge({w}, {k}, Integer::sum);",
        "{@map}.computeIfAbsent({w}, x -> {int})",
        "{@map}.remove({w})",
        "{@map}.replaceAll((x, n) -> n + {k});",
        "{@map}.entrySet().forEach(e -> e.setValue(e.getValue() * {k}));",
        "{@map}",
        "{@map}.getOrDefault({w}, {k})");
    snippet(Feature.MAPS, Feature.VIEWS, "Collection<Integer> {+view} = {@map}.values();");
    snippet(Feature.MAPS, Feature.VIEWS, "{@map}.keySet().removeIf(x -> x.equals({w}));");
    snippets(
        Feature.SETS,
        "Set<Integer> {+set} = new TreeSet<>(Set.of({k}));",
        "var {+set} = new HashSet<Integer>(List.of({k}, {int}));",
        "{@set}.add({int})",
        "{@set}.remove({k})",
        "{@set}.retainAll(List.of({k}, {k}, {int}));",
        "{@set}");
    snippets(
        Feature.HASHES,
        "class {+node#1} {\n  final int n;\n  {+node#1}(int n) { this.n = n; }\n"
            + "  public String toString() { return \"n\" + n; }\n}",
        "enum {+hue} { RED, GREEN, BLUE, GREY, PINK }",
        "Set<Object> {+hashed} = new HashSet<>();",
        "for (int i = 0; i < 5; i++) {@hashed}.add(new {@node}(i));",
        "{@hashed}.add(new {@node}({int}));",
        "{@hashed}.addAll(List.of({@hue}.values()));",
        "{@hashed}.add({@hue}.class);",
        "{@hashed}.add({@node}.class);",
        "{@hashed}",
        "{@hashed}.iterator().next()",
        "{@hashed}.stream().skip({k}).toList()",
        "Stream.of({@hue}.values()).collect(Collectors.groupingBy(x -> x, Collectors.counting()))",
        "var {+val} = new {@node}({k});",
        "new {@node}({int})",
        "new {@node}({k}).hashCode()",
        "{@hue}.PINK.hashCode() + {@node}.class.hashCode()",
        "Map.of(\"a\", {int}, \"b\", {k}, \"c\", 3)",
        "Set.copyOf(List.of({int}, {k}, {int}, 30, 40))",
        "Stream.of({w}, {int}, 'c', 2.0).collect(Collectors.groupingBy(x -> x.getClass()))");
    snippets(
        Feature.DEQUES,
        "Deque<Integer> {+deque} = new ArrayDeque<>(List.of({k}, {int}));",
        "var {+deque} = new PriorityQueue<Integer>(List.of({k}, {int}));",
        "{@deque}.add({int});",
        "{@deque}.poll()",
        "{@deque}.size()",
        "{@deque}");
    snippets(
        Feature.ARRAYS,
        "int[] {+arr} = {{k}, {int}, {k}};",
        "var {+arr} = new int[{k}];",
        "{@arr}[0] = {int};",
        "{@arr}[1]++;",
        "{@arr}[0] += {@arr}.length;",
        "Arrays.fill({@arr}, {int});",
        "Arrays.sort({@arr});",
        "{@arr}",
        "Arrays.toString({@arr})",
        "Arrays.stream({@arr}).sum()",
        "int[][] {+grid} = {{{k}, {k}}, {{int}}};",
        "var {+grid} = new int[2][2];",
        "{@grid}[0][0] = {int};",
        "{@grid}[1] = new int[] {{k}};",
        "{@grid}[1][0]++;\n{@grid}",
        "Arrays.deepToString({@grid})",
        "int[] {+arr} = {@grid}[0];",
        "{@grid}[0] = {@arr};",
        "int[] {+arr} = {@arr}.clone();");
    snippet(
        Feature.ARRAYS,
        Feature.VIEWS,
        "Integer[] {+box} = {{k}, {int}};\nvar {+list} = Arrays.asList({+box});");
    snippet(Feature.ARRAYS, Feature.VIEWS, "List<Integer> {+list} = Arrays.asList({@box});");
    snippet(Feature.ARRAYS, Feature.VIEWS, "{@box}[0] = {int};");
    snippet(Feature.ARRAYS, Feature.VIEWS, "{@box}");
    snippets(
        Feature.BUILDERS,
        "StringBuilder {+sb} = new StringBuilder({str});",
        "var {+sb} = new StringBuilder({w});",
        "{@sb}.append({int});",
        "{@sb}.append({str}).reverse()",
        "{@sb}.setLength({k} % 3);",
        "{@sb}.insert(0, {w});",
        "{@sb}",
        "{@sb}.toString()",
        "{@sb}.length()");
    snippets(
        Feature.OPAQUE,
        "Random {+rnd} = new Random({int});",
        "{@rnd}.nextInt(100)",
        "int {+int} = {@rnd}.nextInt(9);",
        "Iterator<Integer> {+iter} = List.of({k}, {int}, {k}).iterator();",
        "{@iter}.next()",
        "{@iter}.hasNext()",
        "if ({@iter#1}.hasNext()) System.out.println({@iter#1}.next());",
        "Stream<Integer> {+stream} = Stream.of({k}, {int});",
        "{@stream}.toList()",
        "{@stream}.count()");
    snippet(Feature.OPAQUE, Feature.LISTS, "Iterator<Integer> {+iter} = {@list}.iterator();");
    snippet(Feature.OPAQUE, Feature.LISTS, "{@iter}.next(); {@iter}.remove();");
    snippet(
        Feature.OPAQUE,
        Feature.LISTS,
        "Stream<Integer> {+stream} = {@list}.stream().map(x -> x + {int});");
    snippet(Feature.OPAQUE, Feature.LISTS, "Collections.shuffle({@list}, new Random({k}));");
    snippet(Feature.OPAQUE, Feature.LISTS, "Collections.shuffle({@list}, {@rnd});");
    snippets(
        Feature.OBJECTS,
        "class {+class#1} {\n  int n = {k};\n  {+class#1}(int n) { this.n += n; }\n"
            + "  int get() { return n; }\n  void bump(int d) { n += d; }\n"
            + "  public String toString() { return \"{+class#1}\" + n; }\n}",
        "class {+class#1} {\n  final List<Integer> log = new ArrayList<>();\n  int n;\n"
            + "  {+class#1}(int n) { this.n = n; }\n  int get() { return log.size() + {int}; }\n"
            + "  void bump(int d) { n *= {k}; log.add(d); }\n"
            + "  public String toString() { return n + \" \" + log; }\n}",
        "class {+class#1} {\n  {+class#1} next;\n  int n;\n  {+class#1}(int n) { this.n = n; next = this; }\n"
            + "  int get() { return next.n; }\n  void bump(int d) { next.n += d + {k}; }\n"
            + "  public String toString() { return \"node \" + n; }\n}",
        "var {+obj} = new {@class}({int});",
        "var {+obj} = new {@class}({k});",
        "{@obj}.bump({int});",
        "{@obj}.n = {int};",
        "{@obj}.n++;\n{@obj}",
        "{@obj}.get()",
        "{@obj}");
    snippets(
        Feature.STATICS,
        "class {+static} {\n  static int count = {k};\n"
            + "  static int next() { return ++count; }\n}",
        "class {+static} {\n  static int count;\n  static final List<Integer> ALL = new ArrayList<>();\n"
            + "  static int next() { ALL.add({int}); return count += ALL.size(); }\n}",
        "class {+static} {\n  static int count = {int};\n  static { count *= {k}; }\n"
            + "  static int next() { return count--; }\n}",
        "{@static}.next()",
        "{@static}.count",
        "{@static}.count = {int};",
        "{@static}.count += {k};");
    snippet(
        Feature.STATICS,
        Feature.OBJECTS,
        "class {+class#1} {\n  static int made = {k};\n  int n;\n"
            + "  {+class#1}(int n) { this.n = n + ++made; }\n  int get() { return n * made; }\n"
            + "  void bump(int d) { made += d; }\n"
            + "  public String toString() { return n + \" of \" + made; }\n}");
    snippets(
        Feature.RECORDS,
        "record {+record}(int id, List<Integer> items) {\n"
            + "  int put(int x) { items.add(x); return items.size(); }\n}",
        "record {+record}(int id, List<Integer> items) {\n"
            + "  int put(int x) { items.add(0, x + id + {int}); return id; }\n}",
        "var {+rec} = new {@record}({int}, new ArrayList<>(List.of({k})));",
        "{@rec}.put({int})",
        "{@rec}.items().clear();",
        "{@rec}.items()",
        "{@rec}");
    snippet(Feature.RECORDS, Feature.LISTS, "var {+rec} = new {@record}({int}, {@list});");
    snippet(Feature.RECORDS, Feature.ALIASES, "var {+list} = {@rec}.items();");
    snippets(
        Feature.ENUMS,
        "enum {+tally} { A, B; int hits = {k}; int hit() { return ++hits; } }",
        "{@tally}.A.hit()",
        "{@tally}.B.hits += {int};",
        "{@tally}.A.hits + {@tally}.B.hits");
    snippet(
        Feature.ENUMS,
        Feature.ENUMS,
        "enum {+tally#1} {\n  A({k}), B({k});\n  int hits;\n  {+tally#1}(int n) { hits = n; }\n"
            + "  int hit() { return hits *= 2; }\n}");
    snippets(
        Feature.NESTED,
        "var {+atom} = new java.util.concurrent.atomic.AtomicInteger({int});",
        "{@atom}.incrementAndGet()",
        "{@atom}.addAndGet({int});",
        "{@atom}",
        "var {+opt} = Optional.of((List<Integer>) new ArrayList<>(List.of({k})));",
        "{@opt}.get().add({int});",
        "{@opt}",
        "{@opt}.map(x -> x.size()).get()",
        "List<List<Integer>> {+nest} = new ArrayList<>();",
        "{@nest}.add(new ArrayList<>(List.of({int})));",
        "{@nest}.get(0).add({int});",
        "{@nest}");
    snippet(
        Feature.NESTED,
        Feature.LISTS,
        "List<List<Integer>> {+nest} = new ArrayList<>(List.of({@list}, {@list}));");
    snippet(Feature.NESTED, Feature.LISTS, "{@nest}.add({@list});");
    snippet(Feature.NESTED, Feature.LISTS, "var {+opt} = Optional.of((List<Integer>) {@list});");
    snippet(Feature.NESTED, Feature.ALIASES, "List<Integer> {+list} = {@nest}.get(0);");
    for (String shape :
        List.of(
            "list", "map", "set", "arr", "grid", "sb", "obj", "rec", "iter", "rnd", "nest", "atom",
            "deque")) {
      snippet(Feature.ALIASES, Feature.ALIASES, "var {+" + shape + "} = {@" + shape + "};");
    }
    snippet(Feature.ALIASES, Feature.LISTS, "Object {+list} = {@list};");
    snippet(Feature.ALIASES, Feature.LISTS, "{@list} == {@list}");
    snippet(Feature.ALIASES, Feature.LISTS, "{@list}.equals({@list})");
    snippet(Feature.VIEWS, Feature.LISTS, "List<Integer> {+list} = {@list}.subList(0, 1);");
    snippet(
        Feature.VIEWS,
        Feature.LISTS,
        "List<Integer> {+list} = Collections.unmodifiableList({@list});");
    snippet(
        Feature.VIEWS,
        Feature.LISTS,
        "Collection<Integer> {+view} = {@list}.subList(1, {@list}.size());");
    snippet(
        Feature.VIEWS,
        Feature.SETS,
        "Collection<Integer> {+view} = new TreeSet<>({@set}).headSet({k});");
    snippet(Feature.VIEWS, Feature.VIEWS, "{@view}.removeIf(x -> x < {k});");
    snippet(Feature.VIEWS, Feature.VIEWS, "{@view}.remove({k});");
    snippet(Feature.VIEWS, Feature.VIEWS, "{@view}");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.LISTS,
        "int {+next}() { {@list#1}.add({int}); return {@list#1}.size(); }");
    snippet(
        Feature.MUTATING_METHODS, Feature.LISTS, "void {+poke}(List<Integer> x) { x.add({int}); }");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.LISTS,
        "void {+poke}(List<Integer> x) { {@list}.addAll(List.copyOf(x)); }");
    snippet(Feature.MUTATING_METHODS, Feature.LISTS, "{@poke}({@list});");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.LISTS,
        "int {+fun}(int x) { {@list}.add(x); return x <= 0 ? {k} : {@fun}(x - 1); }");
    snippet(Feature.MUTATING_METHODS, Feature.ARRAYS, "int {+next}() { return ++{@arr}[0]; }");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.BUILDERS,
        "int {+next}() { return {@sb}.append({k}).length(); }");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.OBJECTS,
        "int {+next}() { {@obj#1}.bump({k}); return {@obj#1}.get(); }");
    snippet(
        Feature.MUTATING_METHODS,
        Feature.OPAQUE,
        "int {+next}() { return {@rnd}.nextInt({k} + 1); }");
    snippet(Feature.MUTATING_METHODS, Feature.METHODS, "{@next}();");
    snippet(Feature.MUTATING_METHODS, Feature.METHODS, "int {+int} = {@next}();");
    snippet(Feature.MUTATING_LAMBDAS, Feature.LISTS, "Runnable {+act} = () -> {@list}.add({int});");
    snippet(
        Feature.MUTATING_LAMBDAS,
        Feature.LISTS,
        "Consumer<List<Integer>> {+cons} = x -> x.add({int});");
    snippet(Feature.MUTATING_LAMBDAS, Feature.LISTS, "{@cons}.accept({@list});");
    snippet(
        Feature.MUTATING_LAMBDAS, Feature.LISTS, "Stream.of({k}, {int}).forEach({@list}::add);");
    snippet(
        Feature.MUTATING_LAMBDAS, Feature.ARRAYS, "IntUnaryOperator {+op} = x -> {@arr}[0] += x;");
    snippet(
        Feature.MUTATING_LAMBDAS, Feature.ARRAYS, "Supplier<Object> {+sup} = () -> ++{@arr}[0];");
    snippet(Feature.MUTATING_LAMBDAS, Feature.OBJECTS, "Runnable {+act} = () -> {@obj}.bump({k});");
    snippet(
        Feature.MUTATING_LAMBDAS,
        Feature.OPAQUE,
        "Supplier<Object> {+sup} = () -> {@rnd}.nextInt(9);");
    snippet(
        Feature.MUTATING_LAMBDAS,
        Feature.NESTED,
        "Supplier<Object> {+sup} = {@atom}::incrementAndGet;");
    snippet(Feature.MUTATING_LAMBDAS, Feature.LAMBDAS, "{@sup}.get();");
    snippet(
        Feature.MUTATING_LAMBDAS,
        Feature.LAMBDAS,
        "Supplier<Object> {+sup} = new Supplier<>() {\n  int n = {k};\n  public Object get() { return n++; }\n};");
    snippet(Feature.MUTATING_LAMBDAS, Feature.MUTATING_LAMBDAS, "{@act}.run();");
    snippets(
        Feature.SIDE_EFFECTS,
        "class {+odd} {\n  int n = {k};\n  public String toString() { return \"seen \" + n++; }\n}",
        "class {+odd} {\n  int n = {int};\n  public String toString() { System.out.println(n); return \"o\"; }\n"
            + "  public boolean equals(Object o) { n += {k}; return true; }\n"
            + "  public int hashCode() { return 1; }\n}",
        "var {+oddity} = new {@odd}();",
        "{@oddity}",
        "{@oddity}.toString()",
        "{@oddity}.equals({k})",
        "{@oddity}.n");
    PlatformRules.snippets().forEach(SNIPPETS::add);
    LanguageRules.snippets().forEach(SNIPPETS::add);
    ProgramRules.snippets().forEach(SNIPPETS::add);
    ints(Feature.NUMBERS, "{k}", "{@int}", "{@int}", "{@int} + {k}", "{@int} % 7", "({int} - {k})");
    ints(Feature.TEXTS, "{@str}.length()");
    ints(Feature.IMMUTABLES, "{@imm}.get(0)", "{@imm}.size()");
    ints(Feature.METHODS, "{@fun}({k})", "{@fun}({int} % 4)");
    ints(Feature.ASSIGNING, "({@int} = {k})");
    ints(Feature.TYPES, "{@enum}.B.rank()", "new {@value}({k}).twice()");
    ints(Feature.LISTS, "{@list}.size()", "{@list}.get(0)");
    ints(Feature.MAPS, "{@map}.size()");
    ints(Feature.SETS, "{@set}.size()");
    ints(Feature.ARRAYS, "{@arr}[0]", "{@grid}[0][0]");
    ints(Feature.BUILDERS, "{@sb}.length()");
    ints(Feature.OBJECTS, "{@obj}.n");
    ints(Feature.STATICS, "{@static}.count", "{@static}.next()");
    ints(Feature.ENUMS, "{@tally}.A.hits");
    ints(Feature.RECORDS, "{@rec}.items().size()");
    ints(Feature.NESTED, "{@atom}.get()");
    texts(Feature.NUMBERS, "{w}");
    texts(Feature.TEXTS, "{@str}", "{@str}", "{@str} + {int}", "\"é\" + {k}");
    texts(Feature.METHODS, "{@textfun}({w})");
    texts(Feature.BUILDERS, "{@sb}.toString()");
    texts(Feature.LISTS, "{@list}.toString()");
  }

  private static void snippets(Feature feature, String... texts) {
    for (String text : texts) {
      snippet(feature, feature, text);
    }
  }

  private static void snippet(Feature feature, Feature also, String text) {
    SNIPPETS.add(new Rule(feature, also, text));
  }

  private static void ints(Feature feature, String... texts) {
    for (String text : texts) {
      INTS.add(new Rule(feature, feature, text));
    }
  }

  private static void texts(Feature feature, String... texts) {
    for (String text : texts) {
      TEXTS.add(new Rule(feature, feature, text));
    }
  }
}
