package dev.colight.java.directives;

import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads options that are meant for {@code javac}: takes those that a compiler in the editor can
 * follow, passes over those that change nothing that anybody would see, and tells of the others.
 */
final class CompilerOptions {
  /** What is so anyhow, or only says what is told of code, or where files go. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "-parameters",
          "-g",
          "-Xlint",
          "-Xdoclint",
          "-Xmaxerrs",
          "-Xmaxwarns",
          "-nowarn",
          "-Werror",
          "-deprecation",
          "-verbose",
          "-proc:none",
          "-implicit:");

  /** Options whose value is a word of its own. */
  private static final List<String> WITH_VALUE =
      List.of(
          "--add-modules",
          "--add-exports",
          "--add-reads",
          "--release",
          "-source",
          "--source",
          "-target",
          "--target",
          "-encoding",
          "-cp",
          "-classpath",
          "--class-path",
          "--module-path",
          "-p",
          "-processor",
          "-processorpath",
          "--processor-path",
          "-d",
          "-s",
          "-Xmaxerrs",
          "-Xmaxwarns");

  private CompilerOptions() {}

  /**
   * Reads the words of a directive.
   *
   * @param index which directive it is
   * @return what the platform is to be like, as in {@code --add-exports=java.base/sun.misc=…}
   */
  static List<String> read(Directive directive, int index, Consumer<DirectiveProblem> problems) {
    List<String> taken = new ArrayList<>();
    List<Directive.Word> words = directive.words();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      String text = words.get(i).text();
      int equals = text.startsWith("--") ? text.indexOf('=') : -1;
      String name = equals < 0 ? text : text.substring(0, equals);
      String value = equals < 0 ? "" : text.substring(equals + 1);
      if (equals < 0 && WITH_VALUE.contains(name) && i + 1 < words.size()) {
        value = words.get(++i).text();
      }
      if (name.equals("--add-exports") || name.equals("--add-modules")) {
        taken.add(name + "=" + value);
      } else {
        String why = refusal(name);
        if (why != null) {
          problems.accept(new DirectiveProblem(index, at, Problem.Severity.WARNING, why));
        }
      }
    }
    return taken;
  }

  /** Returns why an option is not followed, or null where nobody would see a difference. */
  private static @Nullable String refusal(String name) {
    if (WITHOUT_EFFECT.stream().anyMatch(name::startsWith)
        || name.equals("-encoding")
        || name.equals("--add-reads")
        || name.equals("-d")
        || name.equals("-s")) {
      return null;
    }
    return switch (name) {
      case "--enable-preview" ->
          "the compiler takes what is final in the version of Java; `//PREVIEW` is for the JVM";
      case "--release", "-source", "--source", "-target", "--target" ->
          "code is for the Java that runs it, which `//JAVA` says";
      case "-cp", "-classpath", "--class-path", "--module-path", "-p" ->
          "`//DEPS` and the setting `colight.classpath` say what is on the class path";
      case "-processor", "-processorpath", "--processor-path" ->
          "annotation processors do not run in live documents";
      default ->
          name.startsWith("-A") || name.startsWith("-proc")
              ? "annotation processors do not run in live documents"
              : "`" + name + "` has no effect in live documents";
    };
  }
}
