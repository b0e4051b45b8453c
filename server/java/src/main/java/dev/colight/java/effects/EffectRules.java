package dev.colight.java.effects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of what touches the outside world: {@code effects.rules} says how it is written. */
public final class EffectRules {
  private static final String FILES = "writes files";

  /** By class, with slashes, and member. */
  private final Map<String, Map<String, List<Rule>>> rules = new HashMap<>();

  /** Members that some rule names. */
  private final Set<String> names = new HashSet<>();

  /** Names of methods for which some condition asks with that of their class. */
  private final Set<String> askedWhose = new HashSet<>();

  /** What goes for members that none of these rules is about, or null. */
  private final @Nullable EffectRules otherwise;

  /** Tells tables apart. */
  private final String id;

  /** Creates a table from its text. Throws {@link IllegalArgumentException} for what is no rule. */
  public EffectRules(String text) {
    this(RuleReader.read(List.of(text)), null, "", rule -> rule);
  }

  private EffectRules(
      RuleReader.Rules read,
      @Nullable EffectRules otherwise,
      String id,
      Function<Rule, @Nullable Rule> taken) {
    this.otherwise = otherwise;
    this.id = id;
    if (otherwise == null && !read.problems().isEmpty()) {
      throw new IllegalArgumentException(read.problems().get(0).toString());
    }
    for (RuleReader.Found one : read.found()) {
      Rule rule = taken.apply(one.rule());
      if (rule != null) {
        names.add(one.member());
        for (String word : rule.condition().words()) {
          askedWhose.add(word.substring(word.lastIndexOf('.') + 1));
        }
        rules
            .computeIfAbsent(one.owner(), k -> new HashMap<>())
            .computeIfAbsent(one.member(), k -> new ArrayList<>())
            .add(rule);
      }
    }
  }

  /**
   * Returns the table that comes with this.
   *
   * @param asked what is asked about again as it happens
   */
  public static EffectRules standard(SecondLine asked) {
    return new EffectRules(
        RuleReader.read(List.of(table("effects.rules"))),
        null,
        asked.name(),
        rule -> asked.knows(rule.does()) ? rule.whereAsked() : rule);
  }

  /** Returns the whole table that comes with this. */
  public static EffectRules standard() {
    return standard(SecondLine.NONE);
  }

  /** What a worker is asked about as it happens. */
  public enum SecondLine {
    NONE,
    ALL_BUT_FILES,
    ALL;

    private boolean knows(String does) {
      return this == ALL || (this == ALL_BUT_FILES && !does.equals(FILES));
    }
  }

  /** Returns a table that comes with this, as it is written. */
  static String table(String name) {
    try (InputStream in = EffectRules.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a table in which others' rules, written in the same way, go before these. What is no
   * rule is left out; {@link #problems} tells of it.
   */
  public EffectRules below(List<String> lines) {
    return lines.isEmpty()
        ? this
        : new EffectRules(
            RuleReader.read(lines), this, id + "\n" + String.join("\n", lines), rule -> rule);
  }

  /** Returns what is wrong with rules that others have written, in words for them. */
  public static List<String> problems(List<String> lines) {
    return RuleReader.read(lines).problems().stream()
        .map(problem -> "`" + problem.line() + "` is no rule: " + problem.reason())
        .toList();
  }

  /** Tells tables with other rules apart. */
  String id() {
    return id;
  }

  /** Tells whether a rule may be about a member: most are asked about in vain. */
  boolean mayBeAbout(String owner, String member) {
    return names.contains(member)
        || (otherwise == null
            ? rules.getOrDefault(owner, Map.of()).containsKey("*")
            : names.contains("*") || otherwise.mayBeAbout(owner, member));
  }

  /** Tells whether a condition may ask for a method of a name in some classes only. */
  boolean mayAskWhose(String method) {
    return askedWhose.contains(method) || (otherwise != null && otherwise.mayAskWhose(method));
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
     */
    void take(String owner, String name, Rule rule);
  }

  /** Hands out all rules. */
  void forEach(Visitor visitor) {
    rules.forEach(
        (owner, members) ->
            members.forEach((name, all) -> all.forEach(rule -> visitor.take(owner, name, rule))));
  }

  /** Returns the rule for a member of just this class, or null. */
  @Nullable Rule find(String owner, String name, String descriptor) {
    Rule own = findOwn(owner, name, descriptor);
    return own != null || otherwise == null ? own : otherwise.find(owner, name, descriptor);
  }

  private @Nullable Rule findOwn(String owner, String name, String descriptor) {
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
