// # JSON, there and back

// ## Reading

class JsonException extends RuntimeException {
  JsonException(String message, int at) {
    super(message + " at " + at);
  }
}

class JsonReader {
  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    var reader = new JsonReader(text);
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) throw new JsonException("more after the end", reader.at);
    return value;
  }

  private Object value() {
    space();
    char c = peek();
    switch (c) {
      case '{': return object();
      case '[': return array();
      case '"': return string();
      case 't': return word("true", true);
      case 'f': return word("false", false);
      case 'n': return word("null", null);
      default:
        if (c == '-' || Character.isDigit(c)) return number();
        throw new JsonException("unexpected '" + c + "'", at);
    }
  }

  private Map<String, Object> object() {
    var map = new LinkedHashMap<String, Object>();
    expect('{');
    space();
    if (peek() != '}') {
      do {
        space();
        String key = string();
        space();
        expect(':');
        if (map.put(key, value()) != null) throw new JsonException("twice: " + key, at);
        space();
      } while (accept(','));
    }
    expect('}');
    return map;
  }

  private List<Object> array() {
    var list = new ArrayList<Object>();
    expect('[');
    space();
    if (peek() != ']') {
      do {
        list.add(value());
        space();
      } while (accept(','));
    }
    expect(']');
    return list;
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      switch (escape) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> out.append(escape);
      }
    }
    at++;
    return out.toString();
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
    String digits = text.substring(start, at);
    if (digits.matches("-?\\d+")) return Long.valueOf(digits);
    return Double.valueOf(digits);
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) throw new JsonException("expected " + word, at);
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
  }

  private char peek() {
    if (at == text.length()) throw new JsonException("unexpected end", at);
    return text.charAt(at);
  }

  private boolean accept(char c) {
    if (peek() != c) return false;
    at++;
    return true;
  }

  private void expect(char c) {
    if (!accept(c)) throw new JsonException("expected '" + c + "'", at);
  }
}

JsonReader.parse("[1, -2.5e3, true, null, \"x\\u0041\\n\"]")
JsonReader.parse("{}")
JsonReader.parse(" 7 ")

JsonReader.parse("[1, 2")   // throws JsonException

JsonReader.parse("{\"a\": 1, \"a\": 2}")   // throws JsonException

JsonReader.parse("tru")   // throws JsonException

// ## Writing

String quote(String s) {
  var out = new StringBuilder("\"");
  for (char c : s.toCharArray()) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') out.append(String.format("\\u%04x", (int) c));
        else out.append(c);
      }
    }
  }
  return out.append('"').toString();
}

String write(Object value, String indent) {
  if (value instanceof String s) return quote(s);
  if (value instanceof Map<?, ?> map) {
    return wrap('{', '}', indent, map.entrySet().stream().map(e -> quote(e.getKey().toString()) + ": " + write(e.getValue(), indent + "  ")));
  }
  if (value instanceof Collection<?> list) {
    return wrap('[', ']', indent, list.stream().map(v -> write(v, indent + "  ")));
  }
  return String.valueOf(value);
}

String wrap(char open, char close, String indent, Stream<String> parts) {
  List<String> lines = parts.toList();
  if (lines.isEmpty()) return "" + open + close;
  return lines.stream().collect(Collectors.joining(",\n" + indent + "  ", open + "\n" + indent + "  ", "\n" + indent + close));
}

String config = """
    {
      "name": "demo \\"quoted\\"",
      "ports": [8080, 8081],
      "nested": {"empty": {}, "list": [], "deep": [[1], [2, {"three": 3}]]},
      "ratio": 0.75, "on": true, "nothing": null
    }
    """;
Object tree = JsonReader.parse(config);
System.out.println(write(tree, ""));
JsonReader.parse(write(tree, "")).equals(tree)

// ## Asking

Object query(Object tree, String path) {
  Object current = tree;
  for (String step : path.split("/")) {
    if (current instanceof Map<?, ?> map && map.containsKey(step)) current = map.get(step);
    else if (current instanceof List<?> list && step.matches("\\d+")) current = list.get(Integer.parseInt(step));
    else throw new NoSuchElementException(step + " of " + path);
  }
  return current;
}

query(tree, "name")
query(tree, "ports/1")
query(tree, "nested/deep/1/1/three")
query(tree, "nothing")

query(tree, "nested/shallow")   // throws NoSuchElementException

query(tree, "ports/2")   // throws IndexOutOfBoundsException

// ## Flattening

void flatten(Object value, String path, BiConsumer<String, Object> sink) {
  if (value instanceof Map<?, ?> map && !map.isEmpty()) {
    map.forEach((k, v) -> flatten(v, path + "." + k, sink));
  } else if (value instanceof List<?> list && !list.isEmpty()) {
    for (int i = 0; i < list.size(); i++) flatten(list.get(i), path + "[" + i + "]", sink);
  } else {
    sink.accept(path, value);
  }
}

flatten(tree, "$", (path, value) -> System.out.println(path + " = " + value));

// ## Records, by reflection

import java.lang.reflect.*;

record Server(String host, int port, List<String> aliases) {}

Map<String, Object> toMap(Record record) throws ReflectiveOperationException {
  var map = new LinkedHashMap<String, Object>();
  for (RecordComponent component : record.getClass().getRecordComponents()) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    map.put(component.getName(), accessor.invoke(record));
  }
  return map;
}

toMap(new Server("localhost", 80, List.of("web", "www")))
write(toMap(new Server("a\tb", 1, List.of())), "")
