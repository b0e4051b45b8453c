// # Counting words
//
// The usual first program of text processing, and what comes after it.

String text = """
    It was the best of times, it was the worst of times, it was the age of
    wisdom, it was the age of foolishness, it was the epoch of belief, it was
    the epoch of incredulity, it was the season of Light, it was the season of
    Darkness, it was the spring of hope, it was the winter of despair, we had
    everything before us, we had nothing before us, we were all going direct to
    Heaven, we were all going direct the other way - in short, the period was
    so far like the present period, that some of its noisiest authorities
    insisted on its being received, for good or for evil, in the superlative
    degree of comparison only.
    """;

text.lines().count()
text.length()
text.isBlank()

// ## Words

Pattern word = Pattern.compile("\\p{L}+(?:'\\p{L}+)?");
List<String> words = word.matcher(text.toLowerCase()).results().map(MatchResult::group).toList();
words.size()
words.subList(0, 6)

Map<String, Long> count = words.stream().collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
count.size()
count.get("was")
count.getOrDefault("java", 0L)

// The most frequent, then in the order of the alphabet.

Comparator<Map.Entry<String, Long>> order = Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

List<Map.Entry<String, Long>> top(int n) {
  return count.entrySet().stream().sorted(order).limit(n).toList();
}

top(5)
for (var entry : top(8)) {
  System.out.printf("%-6s %2d %s%n", entry.getKey(), entry.getValue(), "*".repeat(entry.getValue().intValue()));
}

// ## Which word follows which?

var follows = new TreeMap<String, TreeMap<String, Integer>>();
for (int i = 0; i + 1 < words.size(); i++) {
  follows.computeIfAbsent(words.get(i), k -> new TreeMap<>()).merge(words.get(i + 1), 1, Integer::sum);
}
follows.get("it")
follows.get("of").keySet()
follows.get("before")
follows.containsKey("only")

// ## Patterns

text.replaceAll("(?s)\\s+", " ").strip().split(", ").length
Pattern.compile("\\b(\\w+) of (\\w+)\\b").matcher(text).results().map(m -> m.group(2) + "'s " + m.group(1)).limit(4).toList()
"2024-05-17".matches("\\d{4}-\\d{2}-\\d{2}")
"key = value".split("\\s*=\\s*")

Matcher named = Pattern.compile("(?<hours>\\d+):(?<minutes>\\d+)").matcher("from 9:30 to 17:05");
int minutes = 0;
while (named.find()) {
  minutes = Integer.parseInt(named.group("hours")) * 60 + Integer.parseInt(named.group("minutes")) - minutes;
}
minutes

named.group("hours")   // throws IllegalStateException

Pattern.compile("(unclosed")   // throws PatternSyntaxException

// ## Letters

String letters(String s) {
  return s.codePoints()
      .filter(Character::isLetter)
      .map(Character::toLowerCase)
      .sorted()
      .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
      .toString();
}

boolean anagrams(String a, String b) {
  return letters(a).equals(letters(b));
}

boolean palindrome(String s) {
  String only = s.replaceAll("[^\\p{L}]", "").toLowerCase();
  return new StringBuilder(only).reverse().toString().equals(only);
}

anagrams("William Shakespeare", "I am a weakish speller")
anagrams("Java", "Kava")
palindrome("A man, a plan, a canal: Panama")
letters("Grüße, 🦊!")
"🦊🐻".length() + " chars, " + "🦊🐻".codePointCount(0, 4) + " code points"

// ## Caesar's cipher

String shift(String s, int by) {
  var out = new StringBuilder();
  for (char c : s.toCharArray()) {
    if (c >= 'a' && c <= 'z') out.append((char) ('a' + Math.floorMod(c - 'a' + by, 26)));
    else if (c >= 'A' && c <= 'Z') out.append((char) ('A' + Math.floorMod(c - 'A' + by, 26)));
    else out.append(c);
  }
  return out.toString();
}

String hidden = shift("Veni, vidi, vici", 13)
shift(hidden, -13)
IntStream.range(0, 26).filter(by -> shift(hidden, by).contains("vidi")).findFirst()
