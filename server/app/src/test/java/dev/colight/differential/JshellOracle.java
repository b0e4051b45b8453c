package dev.colight.differential;

import dev.colight.differential.Outcome.Thrown;
import dev.colight.differential.Outcome.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/** Runs documents in the JDK's own JShell, as the {@code jshell} tool starts it. */
final class JshellOracle {
  private JshellOracle() {}

  /** Runs a document in a JShell of its own; one outcome per block. */
  static List<Outcome> run(Script script) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (JShell shell =
        JShell.builder()
            .out(new PrintStream(out, true, StandardCharsets.UTF_8))
            .err(new PrintStream(err, true, StandardCharsets.UTF_8))
            .remoteVMOptions("-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .build()) {
      defaultImports().forEach(shell::eval);
      List<Outcome> outcomes = new ArrayList<>();
      for (Script.Block block : script.blocks()) {
        BlockRun run = new BlockRun(shell, out, err);
        block.snippets().forEach(run::eval);
        outcomes.add(run.outcome());
      }
      return outcomes;
    }
  }

  /** Returns the lines that the tool of this JDK runs before a document. */
  private static List<String> defaultImports() {
    Path startup = Path.of(URI.create("jrt:/jdk.jshell/jdk/jshell/tool/resources/DEFAULT.jsh"));
    try (Stream<String> lines = Files.lines(startup)) {
      return lines.filter(line -> line.startsWith("import ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects what the snippets of one block do. */
  private static final class BlockRun {
    private final JShell shell;
    private final ByteArrayOutputStream out;
    private final ByteArrayOutputStream err;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();
    private final List<String> problems = new ArrayList<>();
    private final List<Thrown> thrown = new ArrayList<>();

    BlockRun(JShell shell, ByteArrayOutputStream out, ByteArrayOutputStream err) {
      this.shell = shell;
      this.out = out;
      this.err = err;
    }

    /**
     * Runs a snippet. What it shows counts up to the first exception: JShell goes on after it, a
     * block does not.
     */
    void eval(String snippet) {
      out.reset();
      err.reset();
      List<SnippetEvent> events = shell.eval(snippet);
      if (events.isEmpty()) {
        problems.add("no snippet: " + snippet);
      }
      if (thrown.isEmpty()) {
        stdout.append(out.toString(StandardCharsets.UTF_8));
        stderr.append(err.toString(StandardCharsets.UTF_8));
        events.stream().filter(event -> event.causeSnippet() == null).forEach(this::record);
      }
    }

    private void record(SnippetEvent event) {
      if (event.exception() instanceof EvalException e) {
        thrown.add(Thrown.of(e.getExceptionClassName(), e.getMessage()));
      } else if (event.exception() != null) {
        problems.add(event.exception() + " in " + event.snippet().source());
      } else if (!defined(event)) {
        problems.add(reason(event));
      } else if (shows(event)) {
        values.add(Names.normalize(event.value()));
      }
    }

    /** Tells whether a snippet was taken; declarations may still wait for what they use. */
    private static boolean defined(SnippetEvent event) {
      Snippet snippet = event.snippet();
      boolean waits =
          event.status() == Status.RECOVERABLE_DEFINED
              || event.status() == Status.RECOVERABLE_NOT_DEFINED;
      boolean mayWait = snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet;
      return event.status() == Status.VALID || (waits && mayWait);
    }

    /** Tells whether a block shows a value for it: not for void, and not without an initialiser. */
    private static boolean shows(SnippetEvent event) {
      return event.value() != null
          && !event.value().isEmpty()
          && event.snippet().subKind() != Snippet.SubKind.VAR_DECLARATION_SUBKIND;
    }

    private String reason(SnippetEvent event) {
      String diagnostics =
          shell
              .diagnostics(event.snippet())
              .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
              .reduce("", (a, b) -> a.isEmpty() ? b : a + "; " + b);
      return event.status() + " " + diagnostics + missing(event.snippet());
    }

    private String missing(Snippet snippet) {
      return snippet instanceof DeclarationSnippet declaration
          ? " missing " + shell.unresolvedDependencies(declaration).toList()
          : "";
    }

    Outcome outcome() {
      Verdict verdict =
          !problems.isEmpty()
              ? Verdict.DID_NOT_RUN
              : thrown.isEmpty() ? Verdict.RAN : Verdict.THREW;
      return new Outcome(
          verdict,
          List.copyOf(values),
          Names.normalize(stdout.toString()),
          Names.normalize(stderr.toString()),
          thrown.isEmpty() ? null : thrown.get(0),
          List.copyOf(problems));
    }
  }
}
