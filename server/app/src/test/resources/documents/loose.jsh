///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//JAVA_OPTIONS -Xmx256m
//DESCRIPTION Written in a hurry.

// Several statements a line, few semicolons, comments everywhere: how people type
// when nobody is watching.

int a = 3; int b = 4; a * b
int c = a + b; c++; c
a = 10; b = a
a; b; c
String s = "x"; s += "y"; s

double half(double v) { return v / 2; } half(9); half(half(9))
int inc(int n) { return n + 1; } int dec(int n) { return n - 1; }
inc(dec(5))
record R(int v) {} enum E { A, B } interface I { int f(); }
new R(5).v() + E.B.ordinal()
I i = () -> 7; i.f()

/* a comment */ int d /* in the middle */ = /* here, too */ 5 // and at the end
d /* ; */ + 1 // ; not the end
"// no comment" + '"' + "/* neither */"
'/' + "*"
/** Javadoc on a method. */
int doc() { return 1; }
doc()   ;

/*
 * A block of prose in an old-fashioned comment.
 *
 *  - with a list
 */

int   spaced    =   1
+
2
spaced
int[] array = {
  1,
  2,

  3
}
array.length
Map<String, List<Integer>> map = new TreeMap<>(
  Map.of(
    "a", List.of(1)
  )
)
map.get("a")
map.put("b",
  List.of(
    2,

    3
  )
)
map

var text = """
  no; semicolon // no comment
    { not a block

  "quotes" are 'fine'
  """
text.lines().count()
text.contains("{ not")

for (int k = 0; k < 3; k++) System.out.print(k + " "); System.out.println()
if (a > 5) System.out.println("big"); if (a > 50) System.out.println("bigger");
int z; z = 5; z
final int constant = 12
static int shared = 3
public int open = 4
private static final String NAME = "name"
NAME.length() + constant + shared + open
static int twice(int n) { return 2 * n; }
public static int thrice(int n) { return 3 * n; }
twice(thrice(2))

List<String> list = new ArrayList<>(); list.add("one"); list.add("two")
list
list.isEmpty() ? "empty" : list.get(0)
(a)
(a) + (b)
(int) 3.7
(Object) "boxed";
-a
!true
~a
a++ + ++a
a--
a > b == b < a
a & 6 | 1
new int[]{3, 1, 2}
new int[]{3, 1, 2}[1]
new ArrayList<>(list).size()
int.class
String[].class.getSimpleName()

List::size == null;   // does not compile

Runnable r = () -> { System.out.println("run"); }; r.run()
Runnable q = () -> {}; q.run();
((Runnable) () -> System.out.println("cast")).run()
Comparator<String> cmp = Comparator.comparing(String::length)
cmp.compare("a", "bb")
System.out.println("last; but " + "not least")
/* trailing */ 1 /* comment */ ; /* more */ 2 // done

return a + b;
