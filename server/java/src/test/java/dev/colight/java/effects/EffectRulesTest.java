package dev.colight.java.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what touches the outside world, held against the JDK. */
class EffectRulesTest {
  private static final String HEAD =
      """
      # What counts, rule by rule

      So many public methods and constructors of the classes `java.*` and `javax.*` of JDK 17 fall under each of [the rules](../server/java/src/main/resources/dev/colight/java/effects/effects.rules) for what touches the outside world: behind each member that a rule names stands how many there are, overloads counted, and in italics on what condition it counts; a question mark stands where that is known only as it happens. What inherits from these classes goes with them. [effects.md](effects.md) tells what that means. A test keeps this page.
      """;

  private final EffectRules rules = EffectRules.standard();

  private static Class<?> jdkClass(String name) {
    try {
      return Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return Void.class;
    }
  }

  /** Returns the members of a class that can be called, constructors under "<init>". */
  private static List<Map.Entry<String, List<String>>> members(Class<?> type) {
    List<Map.Entry<String, List<String>>> members = new ArrayList<>();
    Arrays.stream(type.getDeclaredConstructors()).forEach(c -> members.add(entry("<init>", c)));
    Set<Class<?>> above = new HashSet<>(List.of(type));
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      above.add(c);
      above.addAll(List.of(c.getInterfaces()));
    }
    for (Class<?> c : above) {
      Arrays.stream(c.getDeclaredMethods()).forEach(m -> members.add(entry(m.getName(), m)));
    }
    return members;
  }

  private static Map.Entry<String, List<String>> entry(String name, Executable member) {
    return Map.entry(
        name,
        Arrays.stream(member.getParameterTypes())
            .map(type -> CallSite.simpleName(type.getTypeName()))
            .collect(Collectors.toList()));
  }

  @Test
  void each_rule_names_members_that_there_are() {
    Set<String> wrong = new TreeSet<>();
    rules.forEach(
        (owner, name, rule) -> {
          List<String> parameters = rule.parameters();
          Class<?> type = jdkClass(owner);
          if (type != Void.class
              && !name.equals("*")
              && members(type).stream()
                  .noneMatch(
                      m ->
                          m.getKey().equals(name)
                              && (parameters == null || parameters.equals(m.getValue())))) {
            wrong.add(owner + " " + name + (parameters == null ? "" : parameters));
          }
        });
    if (Runtime.version().feature() < 21) {
      wrong.removeIf(name -> name.contains("Virtual") || name.contains("newThreadPerTask"));
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void the_classes_that_rules_name_are_there_or_are_of_a_newer_jdk() {
    Set<String> missing = new TreeSet<>();
    for (String owner : rules.classes()) {
      if (jdkClass(owner) == Void.class) {
        missing.add(owner);
      }
    }
    missing.removeIf(
        name ->
            name.startsWith("java/lang/foreign/")
                || name.startsWith("java/lang/Thread$Builder")
                || name.equals("java/lang/Compiler")
                || name.equals("java/security/Policy")
                || name.equals("com/sun/net/httpserver/SimpleFileServer"));
    // Modules that a run of tests need not have.
    missing.removeIf(name -> name.startsWith("jdk/") || name.startsWith("com/sun/tools/"));
    missing.removeIf(name -> name.equals("java/lang/instrument/Instrumentation"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void a_rule_with_types_goes_before_one_without() {
    EffectRules own = new EffectRules("[writes files]\na.B  put\n[]\na.B  put(String)");
    assertEquals("", does(own, "(Ljava/lang/String;)V"));
    assertEquals("writes files", does(own, "(I)V"));
  }

  private static String does(EffectRules rules, String descriptor) {
    Rule rule = rules.find("a/B", "put", descriptor);
    assertNotNull(rule);
    return rule.does();
  }

  @Test
  void what_no_rule_names_is_free() {
    assertNull(rules.find("java/nio/file/Files", "readString", "(Ljava/nio/file/Path;)V"));
    assertNull(rules.find("java/io/PrintWriter", "<init>", "(Ljava/io/Writer;)V"));
  }

  @Test
  void what_is_no_rule_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new EffectRules("[x]\na.B  put  if ever"));
    assertThrows(IllegalArgumentException.class, () -> new EffectRules("[x]\na.B"));
  }

  @Test
  void rules_of_others_go_before_those_that_always_hold() {
    EffectRules own =
        EffectRules.standard(EffectRules.SecondLine.ALL)
            .below(List.of("[mails]\na.Mailer  send new", "[]", "java.io.File  delete"));
    assertEquals("mails", Objects.requireNonNull(own.find("a/Mailer", "<init>", "()V")).does());
    assertEquals("", Objects.requireNonNull(own.find("java/io/File", "delete", "()Z")).does());
    assertEquals(
        "writes files", Objects.requireNonNull(own.find("java/io/File", "mkdir", "()Z")).does());
  }

  @Test
  void whoever_writes_what_is_no_rule_is_told_why() {
    assertEquals(
        List.of(
            "`a.B  put` is no rule: no heading above it says what it does",
            "`a.B` is no rule: a rule is a class, and its members behind it",
            "`a-b.C  put` is no rule: `a-b.C` is no name of a class",
            "`a.B  put(int` is no rule: `put(int` is no member",
            "`a.B  put unless ever` is no rule: `unless ever` is no condition",
            "`a.B  if calls close` is no rule: a rule is a class, and its members behind it"),
        EffectRules.problems(
            List.of(
                "a.B  put",
                "[mails]",
                "a.B",
                "a-b.C  put",
                "a.B  put(int",
                "a.B  put unless ever",
                "a.B  if calls close",
                "# a.B",
                "a.B put(int, String) *  unless says x")));
  }

  /** The manual says how much of the JDK each heading concerns, each class and each rule. */
  @Test
  void the_manual_says_how_many_methods_of_the_jdk_fall_under_each_rule() throws IOException {
    Map<String, Map<String, Map<String, Integer>>> counts = counts();
    counts.remove("");
    assertTrue(counts.containsKey("writes files"), counts.toString());
    if (Runtime.version().feature() == 17) {
      String manual = Files.readString(Path.of("../../docs/effects.md"));
      StringBuilder page = new StringBuilder(HEAD);
      List<String> sums = new ArrayList<>();
      counts.forEach(
          (does, classes) -> {
            int sum = classes.values().stream().mapToInt(EffectRulesTest::sum).sum();
            sums.add("| " + does + " | " + sum + " |");
            page.append("\n## ").append(does).append("\n\n");
            page.append("| class | members | by rule |\n| --- | --- | --- |\n");
            classes.forEach((name, members) -> page.append(row(name, members)));
          });
      Files.writeString(Path.of("target/effect-rules.md"), page);
      assertEquals(
          page.toString(),
          Files.readString(Path.of("../../docs/effect-rules.md")),
          "if that is as it should be, take server/java/target/effect-rules.md for it");
      sums.removeIf(manual::contains);
      assertEquals(List.of(), sums);
    }
  }

  private static String row(String name, Map<String, Integer> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + " " + member.getValue())
        .collect(Collectors.joining(", ", "| `" + name + "` | " + sum(members) + " | ", " |\n"));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts members, by what they do, by their class, and by what the table says for them. */
  private Map<String, Map<String, Map<String, Integer>>> counts() throws IOException {
    IdentityHashMap<Rule, String> labels = new IdentityHashMap<>();
    rules.forEach((owner, name, rule) -> labels.put(rule, label(name, rule)));
    Map<String, Map<String, Map<String, Integer>>> counts = new TreeMap<>();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.toString();
        if (name.endsWith(".class") && name.matches("/modules/java[^/]*/javax?/.*")) {
          count(ClassCode.read(Files.readAllBytes(file), false), labels, counts);
        }
      }
    }
    return counts;
  }

  private void count(
      ClassCode code,
      IdentityHashMap<Rule, String> labels,
      Map<String, Map<String, Map<String, Integer>>> counts) {
    for (ClassCode.Method method : code.methods.values()) {
      Rule rule = rules.find(code.name, method.name(), method.descriptor());
      if (rule != null && (method.access() & 1) != 0) {
        counts
            .computeIfAbsent(rule.does(), k -> new TreeMap<>())
            .computeIfAbsent(code.name.replace('/', '.').replace('$', '.'), k -> new TreeMap<>())
            .merge(Objects.requireNonNull(labels.get(rule)), 1, Integer::sum);
      }
    }
  }

  /** Returns what the table has of a rule behind its class, in Markdown. */
  private static String label(String name, Rule rule) {
    List<String> parameters = rule.parameters();
    Rule.Condition condition = rule.condition();
    return "`"
        + (name.equals("<init>") ? "new" : name)
        + (parameters == null ? "" : "(" + String.join(",", parameters) + ")")
        + "`"
        + (condition.words().isEmpty()
            ? ""
            : " _"
                + condition.kind().words
                + " "
                + String.join(" ", new TreeSet<>(condition.words()))
                + "_")
        + (rule.asked() ? " _?_" : "");
  }
}
