package dev.colight.java.effects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of what touches the outside world: {@code effects.rules} says how it is written. */
public final class EffectRules {
  private static final Pattern MEMBER = Pattern.compile("([\\w*]+)(?:\\(([^)]*)\\))?");
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(.*?)(?:\\s\\s+((?:unless|if) .*))?");

  /** What calls do of which nobody knows what they lead to. */
  private static final String ANYTHING = "may run any code";

  /** By class, with slashes, and member. */
  private final Map<String, Map<String, List<Rule>>> rules = new HashMap<>();

  /** Members that some rule names. */
  private final Set<String> names = new HashSet<>();

  /** Creates a table from its text. Throws {@link IllegalArgumentException} for what is no rule. */
  public EffectRules(String text) {
    String does = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        does = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        add(does, line);
      }
    }
  }

  /**
   * Returns the table that comes with this.
   *
   * @param guarded whether what is run is asked about again before it touches anything
   */
  public static EffectRules standard(boolean guarded) {
    EffectRules all = standard();
    if (guarded) {
      all.rules.values().forEach(members -> members.values().forEach(EffectRules::dropAnything));
    }
    return all;
  }

  private static void dropAnything(List<Rule> rules) {
    rules.removeIf(rule -> rule.does().equals(ANYTHING));
  }

  /** Returns the whole table that comes with this. */
  public static EffectRules standard() {
    try (InputStream in = EffectRules.class.getResourceAsStream("effects.rules")) {
      return new EffectRules(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String does, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no rule: " + line);
    }
    Rule.Condition condition = condition(parts.group(3));
    String owner = parts.group(1).replace('.', '/');
    Matcher member = MEMBER.matcher(parts.group(2));
    while (member.find()) {
      String name = member.group(1).equals("new") ? "<init>" : member.group(1);
      String types = member.group(2);
      List<String> parameters =
          types == null ? null : types.isBlank() ? List.of() : Arrays.asList(types.split(","));
      names.add(name);
      rules
          .computeIfAbsent(owner, k -> new HashMap<>())
          .computeIfAbsent(name, k -> new ArrayList<>())
          .add(new Rule(does, parameters, condition));
    }
  }

  private static Rule.Condition condition(@Nullable String text) {
    if (text == null) {
      return Rule.Condition.ALWAYS;
    }
    for (Rule.Kind kind : Rule.Kind.values()) {
      if (kind != Rule.Kind.ALWAYS && text.startsWith(kind.words + " ")) {
        String[] words = text.substring(kind.words.length()).strip().split("\\s+");
        return new Rule.Condition(kind, Set.of(words));
      }
    }
    throw new IllegalArgumentException("no condition: " + text);
  }

  /** Tells whether a rule may be about a member: most are asked about in vain. */
  boolean mayBeAbout(String owner, String member) {
    return names.contains(member) || rules.getOrDefault(owner, Map.of()).containsKey("*");
  }

  /** Returns the classes, with slashes, that rules are about. */
  Set<String> classes() {
    return Set.copyOf(rules.keySet());
  }

  /** Takes a rule. */
  interface Visitor {
    /**
     * Takes a rule.
     *
     * @param owner the class, with slashes
     * @param name the member; {@code <init>} for constructors
     * @param parameters simple names of the parameters' types, or null for any
     */
    void take(String owner, String name, @Nullable List<String> parameters);
  }

  /** Hands out all rules. */
  void forEach(Visitor visitor) {
    rules.forEach(
        (owner, members) ->
            members.forEach(
                (name, all) -> all.forEach(r -> visitor.take(owner, name, r.parameters()))));
  }

  /** Returns the rule for a member of just this class, or null. */
  @Nullable Rule find(String owner, String name, String descriptor) {
    Map<String, List<Rule>> members = rules.get(owner);
    if (members == null) {
      return null;
    }
    Rule general = null;
    for (Rule rule : members.getOrDefault(name, List.of())) {
      if (rule.parameters() == null) {
        general = rule;
      } else if (rule.parameters().equals(CallSite.parameters(descriptor))) {
        return rule;
      }
    }
    List<Rule> all = members.getOrDefault("*", List.of());
    return general != null || all.isEmpty() ? general : all.get(0);
  }
}
