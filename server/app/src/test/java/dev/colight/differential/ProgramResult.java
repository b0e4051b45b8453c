package dev.colight.differential;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.execution.Language;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program has done.
 *
 * @param out what it printed
 * @param thrown the exception that ended it, as {@code java} says it, or null
 * @param exit its exit code
 */
record ProgramResult(String out, @Nullable String thrown, int exit) {
  private static final Pattern EXIT = Pattern.compile("System\\.exit\\((\\d+)\\)");

  /** What a document's types are not nested in. */
  private static final Pattern OUTER = Pattern.compile("^\\w+\\$");

  private static final Pattern THROWN =
      Pattern.compile("(?:Exception in thread \"main\"|Caused by:) ([^\n]+)");

  /** Runs a program as {@code java} does that is given its file. */
  static ProgramResult ofJava(Path file, String... options) {
    try {
      Path errors = Files.createTempFile("program", ".err");
      try {
        List<String> command = new ArrayList<>();
        command.add(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.add(file.toString());
        Process java = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        java.getOutputStream().close();
        String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = java.waitFor();
        return new ProgramResult(out, thrown(Files.readString(errors)), exit);
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Of an initialiser that failed, the cause says more. */
  private static @Nullable String thrown(String errors) {
    Matcher matcher = THROWN.matcher(errors);
    String first = matcher.find() ? matcher.group(1) : null;
    first = first == null ? null : OUTER.matcher(first).replaceFirst("");
    boolean wrapped = first != null && first.endsWith("ExceptionInInitializerError");
    return wrapped && matcher.find() ? matcher.group(1) : first;
  }

  /** Runs a program as a document, from top to bottom. */
  static ProgramResult ofDocument(Language language, Path file) {
    // In no folder, so that it belongs to no project: java knows of none.
    return ofDocument(language, file, "file:///programs/" + file.getFileName());
  }

  /** Runs a program as a document that has another name than its file. */
  static ProgramResult ofDocument(Language language, Path file, String uri) {
    Queue<BlockFinished> finished = new ConcurrentLinkedQueue<>();
    CompletableFuture<RunEnded> ended = new CompletableFuture<>();
    try (Workspace workspace =
        new Workspace(
            language,
            event -> {
              if (event instanceof BlockFinished one) {
                finished.add(one);
              } else if (event instanceof RunEnded end) {
                ended.complete(end);
              }
            })) {
      workspace.setEffectPolicy(EffectPolicy.RUN);
      workspace.open(uri, 1, Files.readString(file));
      ended.orTimeout(2, TimeUnit.MINUTES).join();
      return of(Objects.requireNonNull(workspace.snapshot(uri)), List.copyOf(finished));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProgramResult of(DocumentSnapshot document, List<BlockFinished> finished) {
    String out =
        finished.stream()
            .filter(one -> !one.unchanged())
            .map(one -> one.block().result())
            .filter(Objects::nonNull)
            .flatMap(result -> result.outputs().stream())
            .filter(output -> output.kind() == Kind.STDOUT)
            .map(OutputView::text)
            .collect(Collectors.joining());
    List<String> wrong = new ArrayList<>();
    for (BlockView block : document.blocks()) {
      ResultView result = block.result();
      if (block.kind() == BlockKind.CODE && (result == null || result.status() != Status.OK)) {
        ErrorView error = result == null ? null : result.error();
        if (result == null || error == null || result.status() != Status.ERROR) {
          boolean notReached = error != null && error.message().startsWith("not reached");
          if (!notReached) {
            wrong.add(block.lines() + ": " + (error == null ? block.state() : error.message()));
          }
          continue;
        }
        Matcher exit = EXIT.matcher(error.message());
        if (exit.find()) {
          return new ProgramResult(out, null, Integer.parseInt(exit.group(1)));
        }
        return new ProgramResult(out, OUTER.matcher(text(error)).replaceFirst(""), 1);
      }
    }
    return new ProgramResult(out, wrong.isEmpty() ? null : wrong.toString(), wrong.size());
  }

  private static String text(ErrorView error) {
    String type = Objects.requireNonNullElse(error.type(), "");
    return error.message().equals(type) ? type : type + ": " + error.message();
  }
}
