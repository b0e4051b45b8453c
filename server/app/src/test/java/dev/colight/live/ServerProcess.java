package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language server as editors start it: a process on stdin and stdout. */
final class ServerProcess implements AutoCloseable {
  /** The column of a socket's number in the system's tables. */
  static final int INODE = 9;

  private final Process process;
  private final Path stderr;
  final LspSession session;

  /** Starts a server that writes its log into a folder. */
  ServerProcess(Path folder) throws IOException, InterruptedException {
    this(folder, Map.of(), "--trust");
  }

  /** Starts one with options, and variables of the environment. */
  ServerProcess(Path folder, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    this(folder, environment, null, options);
  }

  private ServerProcess(
      Path folder, Map<String, String> environment, @Nullable Path where, String... options)
      throws IOException, InterruptedException {
    stderr = folder.resolve("stderr");
    process = start(environment, where, options);
    session = new LspSession(process.getInputStream(), process.getOutputStream());
  }

  /** Starts one in a folder, as editors do that are started there. */
  static ServerProcess in(Path where, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    return new ServerProcess(folder, environment, where, new String[0]);
  }

  private ServerProcess(Path folder, Map<String, String> environment, Path token)
      throws IOException, InterruptedException {
    stderr = folder.resolve("stderr");
    process = start(environment, null, "--socket", "0", "--token-file", token.toString());
    String greeting = process.inputReader().readLine();
    Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+);").matcher(greeting);
    assertTrue(port.find(), greeting);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
    session =
        new LspSession(
            socket.getInputStream(), socket.getOutputStream(), Files.readString(token).strip());
  }

  /** Starts one that listens, and connects to it. */
  static ServerProcess listening(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    return new ServerProcess(folder, environment, folder.resolve("token"));
  }

  private Process start(Map<String, String> environment, @Nullable Path where, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "lsp"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(stderr.toFile());
    builder.environment().putAll(environment);
    builder.directory(where == null ? null : where.toFile());
    return builder.start();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Returns the processes that it has started and that are alive. */
  List<ProcessHandle> workers() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Returns the sockets that it has open to anything outside of it. */
  List<String> sockets() throws IOException {
    return sockets(process.pid());
  }

  /** Returns the sockets that a process has open to anything outside of it. */
  static List<String> sockets(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        inodes.add("socket:[" + line.strip().split("\\s+")[INODE] + "]");
      }
    }
    try (Stream<Path> open = Files.list(Path.of("/proc", pid + "", "fd"))) {
      return open.map(ServerProcess::target).filter(inodes::contains).toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  String log() throws IOException {
    return Files.readString(stderr);
  }

  /** Waits for its end; returns its exit code. */
  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return process.exitValue();
  }

  /** Kills it without a word, as a crash would. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits until processes have ended. */
  static void awaitEnd(List<ProcessHandle> handles) {
    CompletableFuture.allOf(
            handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = workers();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
  }
}
