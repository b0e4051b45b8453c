package dev.colight.java.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rules from text: {@code effects.rules} says how they are written. */
final class RuleReader {
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(.*?)(?:\\s+((?:unless|if)(?:\\s.*?)?))?(\\s+\\?)?");
  private static final Pattern OWNER =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
  private static final Pattern MEMBER =
      Pattern.compile("(\\*|[\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\(([^()]*)\\))?(?=\\s|$)");

  private final List<Found> rules = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What the rules below a heading are about; null above the first. */
  private @Nullable String does;

  /**
   * A rule for one member.
   *
   * @param owner the class, with slashes
   * @param member {@code <init>} for constructors
   */
  record Found(String owner, String member, Rule rule) {}

  /** A line that is no rule, and why. */
  record Problem(String line, String reason) {}

  /** What there is in a text. */
  record Rules(List<Found> found, List<Problem> problems) {}

  private RuleReader() {}

  /** Reads lines; those that are no rules are left out. */
  static Rules read(List<String> lines) {
    RuleReader reader = new RuleReader();
    lines.stream().flatMap(String::lines).map(String::strip).forEach(reader::line);
    return new Rules(List.copyOf(reader.rules), List.copyOf(reader.problems));
  }

  private void line(String line) {
    if (line.startsWith("[") && line.endsWith("]")) {
      does = line.substring(1, line.length() - 1).strip();
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      try {
        rule(line);
      } catch (IllegalArgumentException e) {
        problems.add(new Problem(line, String.valueOf(e.getMessage())));
      }
    }
  }

  private void rule(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || parts.group(2).matches("|(unless|if)( .*)?")) {
      throw new IllegalArgumentException("a rule is a class, and its members behind it");
    } else if (!OWNER.matcher(parts.group(1)).matches()) {
      throw new IllegalArgumentException("`" + parts.group(1) + "` is no name of a class");
    } else if (does == null) {
      throw new IllegalArgumentException("no heading above it says what it does");
    }
    Rule.Condition condition = condition(parts.group(3));
    String owner = parts.group(1).replace('.', '/');
    Matcher member = MEMBER.matcher(parts.group(2));
    int end = 0;
    List<Found> found = new ArrayList<>();
    while (member.find() && parts.group(2).substring(end, member.start()).isBlank()) {
      end = member.end();
      String name = member.group(1).equals("new") ? "<init>" : member.group(1);
      found.add(
          new Found(
              owner,
              name,
              new Rule(does, parameters(member.group(2)), condition, parts.group(4) != null)));
    }
    if (!parts.group(2).substring(end).isBlank()) {
      throw new IllegalArgumentException(
          "`" + parts.group(2).substring(end).strip() + "` is no member");
    }
    rules.addAll(found);
  }

  private static @Nullable List<String> parameters(@Nullable String types) {
    if (types == null) {
      return null;
    }
    return types.isBlank()
        ? List.of()
        : Arrays.stream(types.split(",")).map(String::strip).toList();
  }

  private static Rule.Condition condition(@Nullable String text) {
    if (text == null) {
      return Rule.Condition.ALWAYS;
    }
    for (Rule.Kind kind : Rule.Kind.values()) {
      if (!kind.words.isEmpty() && text.startsWith(kind.words + " ")) {
        String[] words = text.substring(kind.words.length()).strip().split("\\s+");
        return new Rule.Condition(kind, Set.of(words));
      }
    }
    throw new IllegalArgumentException("`" + text + "` is no condition");
  }
}
