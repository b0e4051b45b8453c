package dev.colight.java.assist;

import dev.colight.display.Display;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** What JShell proposes after some snippets, which it compiles and does not run. */
final class JShellCompletion implements AutoCloseable {
  /** Of the class path of the test, what documents see as well. */
  private static final String CLASS_PATH =
      Display.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  private final JShell shell =
      JShell.builder()
          .executionEngine(new Idle(), Map.of())
          .compilerOptions("-classpath", CLASS_PATH)
          .build();
  private final SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();

  JShellCompletion(List<String> imports) {
    imports.forEach(text -> shell.eval("import " + text + ";"));
  }

  /** Takes the snippets of a block. */
  void take(String block) {
    String rest = block;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!info.completeness().isComplete()) {
        return;
      }
      shell.eval(info.source());
      rest = info.remaining();
    }
  }

  /** Returns the names that it proposes at the end of a text. */
  Set<String> complete(String text) {
    Set<String> names = new TreeSet<>();
    for (SourceCodeAnalysis.Suggestion suggestion :
        analysis.completionSuggestions(text, text.length(), new int[1])) {
      names.add(suggestion.continuation().replaceAll("[(<).\\s].*", ""));
    }
    return names;
  }

  /** Returns the names that it proposes after {@code ::} and that can stand there: of methods. */
  Set<String> references(String text) {
    Set<String> names = new TreeSet<>();
    for (SourceCodeAnalysis.Suggestion suggestion :
        analysis.completionSuggestions(text, text.length(), new int[1])) {
      if (suggestion.continuation().matches("\\w+\\(.*|new")) {
        names.add(suggestion.continuation().replaceAll("\\(.*", ""));
      }
    }
    return names;
  }

  @Override
  public void close() {
    shell.close();
  }

  /** Loads and runs nothing. */
  private static final class Idle implements ExecutionControlProvider, ExecutionControl {
    @Override
    public String name() {
      return "idle";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return this;
    }

    @Override
    public void load(ClassBytecodes[] classes) {}

    @Override
    public void redefine(ClassBytecodes[] classes) {}

    @Override
    public String invoke(String className, String methodName) {
      return "";
    }

    @Override
    public String varValue(String className, String name) {
      return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) {
      return "";
    }

    @Override
    public void close() {}
  }
}
