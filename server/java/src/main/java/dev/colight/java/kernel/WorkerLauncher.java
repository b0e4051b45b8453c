package dev.colight.java.kernel;

import dev.colight.worker.Chance;
import dev.colight.worker.Main;
import dev.colight.worker.Memory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a worker's process, and waits for it to call back and to prove that it is the one. */
final class WorkerLauncher {
  private static final int START_MILLIS = 30_000;

  /** How long a process that could not start may take to end, and to say why. */
  private static final int EXIT_MILLIS = 1_000;

  private static final int SECRET_BYTES = 32;

  /** What a worker opens: one for all that is said, one for which runs are to stop. */
  private static final int CONNECTIONS = 2;

  private static final System.Logger LOG = System.getLogger(WorkerLauncher.class.getName());

  /** How often a worker is started at most, where others kill each. */
  private static final int MAX_ATTEMPTS = 3;

  /**
   * Has the optimising compiler take up a method after 150,000 calls rather than 5,000. It needs
   * some milliseconds for one, which fewer calls do not give back, and most methods of a worker are
   * called a few times for each block. Loops are not concerned: those are counted by themselves.
   */
  private static final List<String> OPTIMISE_LATE =
      List.of(
          "-XX:Tier4InvocationThreshold=150000",
          "-XX:Tier4MinInvocationThreshold=18000",
          "-XX:Tier4CompileThreshold=450000");

  private static final SecureRandom RANDOM = new SecureRandom();

  private WorkerLauncher() {}

  /** Starts a worker and waits until it is ready. One that others kill before that is replaced. */
  static WorkerProcess start(WorkerOptions options, WorkerTraffic traffic) throws IOException {
    for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        return startOnce(options, traffic);
      } catch (KilledException e) {
        LOG.log(Level.INFO, "a worker was killed while it started");
      }
    }
    return startOnce(options, traffic);
  }

  /** Tells that a worker was killed by others. */
  static final class KilledException extends IOException {
    private static final long serialVersionUID = 1;

    KilledException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static WorkerProcess startOnce(WorkerOptions options, WorkerTraffic traffic)
      throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    try (ServerSocket server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress())) {
      Process process = new ProcessBuilder(command(options)).redirectErrorStream(true).start();
      Tail tail = new Tail();
      try {
        Daemons.start("colight-worker-drain", () -> tail.drain(process.getInputStream()));
        // Standard input stays open: its end tells the worker that the server is gone.
        OutputStream stdin = process.getOutputStream();
        stdin.write((server.getLocalPort() + " " + secret + "\n").getBytes(StandardCharsets.UTF_8));
        stdin.flush();
        Future<?> unused = process.onExit().thenRun(() -> closeQuietly(server));
        Doorkeeper.Caller caller = Doorkeeper.admit(server, secret, START_MILLIS);
        Doorkeeper.Caller stops = Doorkeeper.admit(server, secret, START_MILLIS);
        return new WorkerProcess(process, caller, stops.socket(), tail, traffic);
      } catch (IOException e) {
        boolean ended = endsByItself(process);
        String written = lastWords(process, tail, ended);
        String message = "no worker could be started" + (written.isEmpty() ? "" : ": " + written);
        throw ended && ExitReason.of(process.exitValue(), false, written).outside()
            ? new KilledException(message, e)
            : new IOException(message, e);
      }
    }
  }

  private static boolean endsByItself(Process process) {
    try {
      return process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends a process that may have ended by itself, and returns what it wrote. */
  private static String lastWords(Process process, Tail tail, boolean ended) {
    try {
      // Destroying a process closes its streams, with what it has just written still in them.
      return ended ? tail.await(EXIT_MILLIS) : tail.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tail.toString();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(WorkerOptions options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(options.javaHome().resolve("bin").resolve("java").toString());
    // One collector thread, no file to share counters through: what makes a JVM start quickly.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
    // Classes come all the time: they shall not bring about a full collection early on.
    command.add("-XX:MetaspaceSize=64m");
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Djdk.console=java.base", "-Djava.awt.headless=true"));
    // A loop can be stopped at any time, and still be unrolled; this collector's default is not to.
    command.addAll(List.of("-XX:+UseCountedLoopSafepoints", "-XX:LoopStripMiningIter=1000"));
    command.addAll(OPTIMISE_LATE);
    // As much as a quarter of the machine's memory, as without this, would take long to fill.
    command.add("-Xmx1g");
    // A crash is told in a sentence; it shall leave nothing in the user's folder.
    Path log = Path.of(System.getProperty("java.io.tmpdir"), "colight-crash-%p.log");
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + log));
    // Opens what the worker needs to see, and to put back, the state of the program's objects.
    command.add(Memory.OPTION);
    // What the JVM would shuffle in each process comes in the same order in all of them.
    command.addAll(Chance.OPTIONS);
    command.addAll(GuardAgent.options(options.javaHome()));
    command.addAll(options.javaOptions());
    command.add("-cp");
    command.add(
        Stream.concat(
                options.classPath().stream(), Stream.of(WorkerCode.display(), WorkerCode.worker()))
            .distinct()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    return command;
  }

  private static void closeQuietly(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      // nobody listens any more, which is what was asked for
    }
  }
}
