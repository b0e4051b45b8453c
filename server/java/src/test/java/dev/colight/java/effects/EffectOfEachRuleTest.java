package dev.colight.java.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.effects.RuleSnippets.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each rule of the table finds what it is about, and leaves alone what only looks so: by the
 * snippets in {@code each-rule.txt}, of which there have to be some for every rule.
 */
class EffectOfEachRuleTest {
  private static List<Case> cases = List.of();

  private final EffectRules rules = EffectRules.standard();

  @BeforeAll
  static void read() throws IOException {
    List<Snippet> snippets = RuleSnippets.read();
    List<List<byte[]>> classFiles = RuleSnippets.compile(snippets);
    List<byte[]> all = classFiles.stream().flatMap(List::stream).toList();
    Outside outside = new Outside(new RunningJdk(all), EffectRules.standard());
    List<Case> found = new ArrayList<>();
    for (int i = 0; i < snippets.size(); i++) {
      found.add(new Case(snippets.get(i), hits(outside, classFiles.get(i))));
    }
    cases = found;
  }

  @AfterAll
  static void forget() {
    cases = List.of();
  }

  /** A snippet, and the calls in it that rules are about. */
  private record Case(Snippet snippet, List<Hit> hits) {
    boolean hits(String owner, String name, Rule rule, String does) {
      return hits.stream()
          .anyMatch(
              hit ->
                  hit.owner().equals(owner)
                      && (name.equals("*") || hit.name().equals(name))
                      && hit.rule().equals(rule)
                      && hit.does().equals(does));
    }
  }

  /**
   * A call.
   *
   * @param does what counts; nothing where a condition lets it pass
   */
  private record Hit(String owner, String name, Rule rule, String does) {}

  private static List<Hit> hits(Outside outside, List<byte[]> classFiles) {
    List<ClassCode> codes = classFiles.stream().map(file -> ClassCode.read(file, true)).toList();
    Map<String, CallContext> around = CallContext.of(codes, outside);
    List<Hit> hits = new ArrayList<>();
    for (ClassCode code : codes) {
      code.methods.forEach(
          (signature, method) -> {
            CallContext here =
                Objects.requireNonNull(around.get(CallContext.key(code.name, signature)));
            for (CallSite call : method.code().calls) {
              Outside.Match match = outside.match(call.owner(), call);
              if (match != null) {
                String does = match.counts(outside, call, here) ? match.rule().does() : "";
                hits.add(new Hit(match.owner(), call.name(), match.rule(), does));
              }
            }
          });
    }
    return hits;
  }

  /** Returns the rules that no snippet of a kind hits, of those that this JDK has something for. */
  private Set<String> without(Predicate<Rule> which, boolean harms) {
    Set<String> missing = new TreeSet<>();
    rules.forEach(
        (owner, name, rule) -> {
          String does = harms ? rule.does() : "";
          if (which.test(rule)
              && isThere(owner, name)
              && cases.stream()
                  .noneMatch(
                      c -> c.snippet().harms() == harms && c.hits(owner, name, rule, does))) {
            missing.add(rule.does() + ": " + owner + " " + name + " " + rule.parameters());
          }
        });
    return missing;
  }

  private static boolean isThere(String owner, String name) {
    RunningJdk jdk = new RunningJdk(List.of());
    return jdk.find(owner) != null
        && (name.equals("*")
            || new Outside(jdk, EffectRules.standard())
                .lineage(owner).stream()
                    .map(above -> ClassCode.read(Objects.requireNonNull(jdk.find(above)), false))
                    .flatMap(code -> code.methods.values().stream())
                    .anyMatch(method -> method.name().equals(name)));
  }

  @Test
  void each_rule_has_a_snippet_that_does_what_it_is_about() {
    assertTrue(cases.size() > 300);
    assertEquals(Set.of(), without(rule -> !rule.does().isEmpty(), true));
  }

  @Test
  void each_exception_has_a_snippet_that_does_nothing() {
    assertEquals(Set.of(), without(rule -> rule.does().isEmpty(), false));
    assertEquals(Set.of(), without(rule -> rule.condition() != Rule.Condition.ALWAYS, false));
  }

  @Test
  void snippets_do_what_stands_above_them() {
    for (Case one : cases) {
      List<String> does = one.hits().stream().map(Hit::does).toList();
      String expected = one.snippet().harms() ? one.snippet().heading() : "";
      assertTrue(
          one.snippet().harms()
              ? does.contains(expected)
              : does.stream().allMatch(expected::equals),
          () -> one.snippet().code() + "\n" + one.hits());
    }
  }

  /** What only looks so has to be about the same classes. */
  @Test
  void each_snippet_that_does_something_has_one_beside_it_that_only_looks_so() {
    for (Case one : cases) {
      if (one.snippet().harms()) {
        for (Hit hit : one.hits()) {
          String type = CallSite.simpleName(hit.owner().replace('/', '.'));
          assertTrue(
              Pattern.compile("\\b" + type + "\\b", Pattern.CASE_INSENSITIVE)
                      .matcher(one.snippet().beside())
                      .find()
                  || type.equals("File"),
              () -> type + " in: " + one.snippet().beside());
        }
      }
    }
  }
}
