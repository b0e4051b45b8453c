package dev.colight.java.directives;

import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.graph.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the directives of a document ask for.
 *
 * @param dependencies in order, each once
 * @param repositories where they are looked for; none where the document says nothing
 * @param javaVersion the version of Java, such as {@code 17+}, or null for any
 * @param javaOptions options for the JVM
 * @param compilerOptions what the platform is to be like for the compiler, as in {@code
 *     --add-exports=java.base/sun.misc=ALL-UNNAMED}
 * @param preview whether preview features are to be there
 * @param problems what is wrong with the directives by themselves
 */
public record Requirements(
    List<Wanted> dependencies,
    List<Repository> repositories,
    @Nullable Version javaVersion,
    List<String> javaOptions,
    List<String> compilerOptions,
    boolean preview,
    List<DirectiveProblem> problems) {

  /** A dependency, and the directive and word that ask for it. */
  public record Wanted(Coordinate coordinate, int directive, int word) {}

  /**
   * A version of Java.
   *
   * @param open whether a newer one will do, too
   * @param directive the one that asks for it
   */
  public record Version(int feature, boolean open, int directive) {
    /** Tells whether a JDK will do. */
    public boolean accepts(int other) {
      return open ? other >= feature : other == feature;
    }

    @Override
    public String toString() {
      return feature + (open ? "+" : "");
    }
  }

  /**
   * Reads directives.
   *
   * @param base the folder of the document
   */
  public static Requirements of(List<Directive> directives, Path base) {
    return new Collector(base).collect(directives);
  }

  /** Tells whether nothing is wrong that anything needs. */
  public boolean isSound() {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  private static final class Collector {
    private final Path base;
    private final Map<Coordinate, Wanted> dependencies = new LinkedHashMap<>();
    private final Map<String, Repository> repositories = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> compilerOptions = new ArrayList<>();
    private final List<DirectiveProblem> problems = new ArrayList<>();
    private @Nullable Version version;
    private boolean preview;

    Collector(Path base) {
      this.base = base;
    }

    Requirements collect(List<Directive> directives) {
      for (int i = 0; i < directives.size(); i++) {
        Directive directive = directives.get(i);
        switch (directive.name()) {
          case "DEPS" -> dependencies(directive, i);
          case "REPOS" -> repositories(directive, i);
          case "JAVA" -> version(directive, i);
          case "JAVA_OPTIONS", "RUNTIME_OPTIONS" ->
              directive.words().forEach(word -> options.add(word.text()));
          case "JAVAC_OPTIONS", "COMPILE_OPTIONS" ->
              compilerOptions.addAll(CompilerOptions.read(directive, i, problems::add));
          case "PREVIEW" -> preview = true;
          default -> {
            // for JBang alone: how a program is built, packed, described
          }
        }
      }
      boolean pages =
          dependencies.values().stream().anyMatch(w -> isPage(directives.get(w.directive()), w));
      if (pages) {
        repositories.putIfAbsent(Repository.CENTRAL.id(), Repository.CENTRAL);
        if (!repositories.containsValue(Repository.JITPACK)) {
          repositories.put(Repository.JITPACK.id(), Repository.JITPACK);
        }
      }
      return new Requirements(
          List.copyOf(dependencies.values()),
          List.copyOf(repositories.values()),
          version,
          List.copyOf(options),
          List.copyOf(compilerOptions),
          preview,
          List.copyOf(problems));
    }

    private static boolean isPage(Directive directive, Wanted wanted) {
      return Coordinate.isPage(directive.words().get(wanted.word()).text());
    }

    private void dependencies(Directive directive, int index) {
      for (int w = 0; w < directive.words().size(); w++) {
        String text = directive.words().get(w).text();
        Coordinate coordinate = Coordinate.parse(text);
        if (hasNoValue(text)) {
          problem(index, w, "there is no property or variable for " + variable(text));
        } else if (coordinate == null) {
          problem(index, w, "`" + text + "` is not group:artifact:version");
        } else {
          dependencies.putIfAbsent(coordinate, new Wanted(coordinate, index, w));
        }
      }
      boolean byBom = dependencies.keySet().stream().anyMatch(Coordinate::isBom);
      for (Wanted wanted : dependencies.values()) {
        if (wanted.directive() == index && wanted.coordinate().version().isEmpty() && !byBom) {
          problem(
              index,
              wanted.word(),
              "`" + wanted.coordinate() + "` has no version, and no BOM above says which");
        }
      }
    }

    private void repositories(Directive directive, int index) {
      for (int w = 0; w < directive.words().size(); w++) {
        String text = directive.words().get(w).text();
        Repository repository = hasNoValue(text) ? null : Repository.parse(text, base);
        if (repository == null) {
          problem(index, w, "`" + text + "` is neither an address nor a known repository");
          continue;
        }
        Repository same = repositories.putIfAbsent(repository.id(), repository);
        if (same != null && !same.equals(repository)) {
          problem(index, w, "the repository " + same.id() + " is " + same.url() + " already");
        }
      }
    }

    private void version(Directive directive, int index) {
      String text = directive.value();
      if (!text.matches("\\d{1,4}\\+?")) {
        problem(index, DirectiveProblem.WHOLE, "a version of Java is a number, such as 17 or 17+");
        return;
      }
      boolean open = text.endsWith("+");
      int feature = Integer.parseInt(open ? text.substring(0, text.length() - 1) : text);
      if (version == null || feature > version.feature()) {
        version = new Version(feature, open, index);
      }
    }

    private void problem(int directive, int word, String message) {
      problems.add(DirectiveProblem.error(directive, word, message));
    }

    private static boolean hasNoValue(String text) {
      return text.contains("${") && text.indexOf('}') > text.indexOf("${");
    }

    private static String variable(String text) {
      return text.substring(text.indexOf("${"), text.indexOf('}') + 1);
    }
  }
}
