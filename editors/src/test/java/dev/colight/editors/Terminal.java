package dev.colight.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A terminal of 80 columns with a program in it: what a person sees, and types. */
final class Terminal implements AutoCloseable {
  static final int ROWS = 30;
  private static final int COLUMNS = 80;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(40);

  private final String tmux;
  private final Path socket;
  private final ProcessHandle program;

  /** Starts a program; its files and its home are in a folder. */
  Terminal(Path folder, Map<String, String> environment, List<String> command) throws IOException {
    tmux = Editors.command("tmux");
    socket = folder.resolve("tmux");
    List<String> start = new ArrayList<>(List.of("new-session", "-d"));
    start.addAll(List.of("-x", String.valueOf(COLUMNS), "-y", String.valueOf(ROWS)));
    start.addAll(List.of("-c", folder.toString()));
    environment.forEach((name, value) -> start.addAll(List.of("-e", name + "=" + value)));
    start.addAll(List.of("-P", "-F", "#{pane_pid}"));
    start.addAll(command);
    long id = Long.parseLong(run(start).strip());
    program = ProcessHandle.of(id).orElseThrow(() -> new IOException("ended at once: " + command));
  }

  private String run(List<String> arguments) throws IOException {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.onExit().join().exitValue(), () -> arguments + ": " + output);
    return output;
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(tmux, "-S", socket.toString()));
    command.addAll(List.of("-f", "/dev/null"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TERM", "xterm-256color");
    return builder.start();
  }

  /** Types text. */
  void type(String text) throws IOException {
    // A semicolon at the end of an argument would end tmux's own command.
    run(List.of("send-keys", "-l", text.endsWith(";") ? text.replaceFirst(";$", "\\\\;") : text));
  }

  /** Strikes keys, by their names in tmux. */
  void keys(String... names) throws IOException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(names));
    run(command);
  }

  /** Returns what is on the screen, without spaces at the ends of lines. */
  String screen() throws IOException {
    return run(List.of("capture-pane", "-p")).replaceAll("(?m) +$", "");
  }

  /** Returns the commands of all processes that the program has started, and that a text is in. */
  List<String> commandsOf(String text) {
    return program
        .descendants()
        .flatMap(each -> each.info().commandLine().stream())
        .filter(command -> command.contains(text))
        .toList();
  }

  /** Returns the line of the screen that contains a text, or an empty one. */
  static String line(String screen, String text) {
    return screen.lines().filter(line -> line.contains(text)).findFirst().orElse("");
  }

  /** Waits until the screen is as wanted; returns it. */
  String await(String what, Predicate<String> wanted) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String screen = screen();
    while (!wanted.test(screen)) {
      if (System.nanoTime() > end) {
        return fail("never seen: " + what + "; but\n" + screen);
      }
      LockSupport.parkNanos(LOOK.toNanos());
      screen = screen();
    }
    return screen;
  }

  /** Waits until all of these texts are on the screen; returns it. */
  String await(String... texts) throws IOException {
    return await(
        String.join(", ", texts), screen -> List.of(texts).stream().allMatch(screen::contains));
  }

  /**
   * Waits until a text is on the screen, and strikes keys now and then: not so often that an editor
   * never rests.
   */
  void awaitWithKeys(String text, String... names) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long struck = System.nanoTime() - REST.toNanos();
    while (!screen().contains(text)) {
      if (System.nanoTime() > end) {
        fail("never seen: " + text + "; but\n" + screen());
      } else if (System.nanoTime() - struck >= REST.toNanos()) {
        keys(names);
        struck = System.nanoTime();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /**
   * Ends the program with all that it has started, and waits for that: nobody writes into its home
   * any more. It may have ended, and tmux with it.
   */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = new ArrayList<>(program.descendants().toList());
    all.add(program);
    start(List.of("kill-server")).onExit().join();
    for (ProcessHandle each : all) {
      CompletableFuture<ProcessHandle> end = each.onExit();
      try {
        end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        each.destroyForcibly();
        fail("still runs: " + each.info());
      }
    }
  }
}
