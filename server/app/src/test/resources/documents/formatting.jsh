// # Making text look right

// ## Literals

'c'
'\''
'\u00e9'
"tab\tquote\"backslash\\"
"two\nlines"
"\u2603 and 🦊"
""
null
1_000_000
0x7fff_ffff
0b1010
017
1e10
1f / 3
1.0 / 3
100L
-0.0
1 / 0.0
(byte) 200
(char) 74
(int) 'J'
true ^ false
new Object[] {1, "two", null, 'c', 2.5, new int[] {1}}.length
new String[] {"a", null, "c\n"}
new char[] {'x', 'y'}
new boolean[2]
new int[2][3]
new int[0]

// ## Text blocks

String poem = """
    Roses are "red",
      indented by two,
    back\\slash, \
    joined to this line,
    trailing\040\040
    end
    """
poem.lines().count()
"""
    <p>%s</p>""".formatted("filled in")
"""
    three \""" quotes
    """.length()
"  strip me ".strip() + "|" + "x".repeat(3) + "|" + " both ".trim()
"a\nb\n".indent(2)
"  one\n    two".stripIndent()
"1\\t2".translateEscapes()

// ## printf

String.format("%5d|%-5d|%05d|%+d|%,d|%x|%X|%o", 42, 42, 42, 42, 1234567, 255, 255, 8)
String.format("%.3f|%10.2f|%e|%g", Math.PI, Math.E, 12345.678, 0.00012345)
String.format("%s|%10s|%-10s|%.3s|%S", "text", "right", "left", "truncated", "loud")
String.format("%b|%c|%%|%n", true, 'x').strip()
String.format("%2$s %1$s %2$s", "a", "b")
String.format("%08.3f|%(d|% d", -3.14159, -42, 42)
"%s and %s".formatted(List.of(1, 2), Optional.of("x"))

String.format("%d", "not a number")   // throws IllegalFormatConversionException

String.format("%s %s", "only one")   // throws MissingFormatArgumentException

// ## A table

record Row(String name, int count, double price) {}

String table(List<Row> rows) {
  int width = rows.stream().mapToInt(r -> r.name().length()).max().orElse(0);
  String bar = "+" + "-".repeat(width + 2) + "+-------+----------+\n";
  var text = new StringBuilder(bar);
  for (Row row : rows) {
    text.append(String.format("| %-" + width + "s | %5d | %8.2f |\n", row.name(), row.count(), row.price()));
  }
  return text.append(bar).toString();
}

System.out.print(table(List.of(new Row("Apple", 3, 0.5), new Row("Watermelon", 12, 3.75), new Row("Fig", 100, 0.126))));

// ## Wrapping and aligning

List<String> wrap(String text, int width) {
  var lines = new ArrayList<String>();
  var line = new StringBuilder();
  for (String word : text.split("\\s+")) {
    if (line.length() > 0 && line.length() + 1 + word.length() > width) {
      lines.add(line.toString());
      line.setLength(0);
    }
    if (line.length() > 0) line.append(' ');
    line.append(word);
  }
  if (line.length() > 0) lines.add(line.toString());
  return lines;
}

String justify(String line, int width) {
  String[] words = line.split(" ");
  if (words.length == 1) return line;
  int spaces = width - line.replace(" ", "").length();
  var out = new StringBuilder(words[0]);
  for (int i = 1; i < words.length; i++) {
    int gap = spaces * i / (words.length - 1) - spaces * (i - 1) / (words.length - 1);
    out.append(" ".repeat(gap)).append(words[i]);
  }
  return out.toString();
}

String latin = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore";
wrap(latin, 30)
wrap(latin, 30).stream().map(line -> justify(line, 30)).forEach(System.out::println);
wrap("", 10)
String.join("-", wrap("a bb ccc", 4))

// ## Numbers in words

String[] ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
String[] tens = " ,ten,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety".split(",");
String words(int n) {
  if (n < 0) return "minus " + words(-n);
  if (n < 20) return ones[n];
  if (n < 100) return tens[n / 10] + (n % 10 == 0 ? "" : "-" + ones[n % 10]);
  if (n < 1000) return ones[n / 100] + " hundred" + (n % 100 == 0 ? "" : " and " + words(n % 100));
  return words(n / 1000) + " thousand" + (n % 1000 == 0 ? "" : " " + words(n % 1000));
}

words(0)
words(-42)
words(1984)
words(700_013)

words(Integer.MIN_VALUE)   // throws StackOverflowError

String hex(byte[] bytes) {
  var out = new StringBuilder();
  for (byte b : bytes) out.append(String.format("%02x", b));
  return out.toString();
}

hex("Grüße".getBytes(java.nio.charset.StandardCharsets.UTF_8))
Integer.toString(255, 36) + " " + Long.toHexString(-1L) + " " + Integer.parseInt("-7f", 16)
