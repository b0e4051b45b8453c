package dev.colight.worker;

import dev.colight.display.Entries;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/**
 * Starts a worker. The port of the server on this machine and the secret come as one line on
 * standard input, since arguments and environment can be read by others. There are two connections:
 * by one the server says what to do, which the thread that does it reads itself, so that no run
 * waits for a thread to be woken; by the other, which runs are to stop. The end of standard input
 * or of the second is the end of the server, and of the worker at once.
 */
public final class Main {
  /** Exit status of a worker that ran out of memory so badly that it could not say so. */
  public static final int OUT_OF_MEMORY = 86;

  /** Exit status of a worker that found itself broken. */
  public static final int BROKEN = 87;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    String[] line = line(in).split(" ");
    if (Chance.fixOrder()) {
      Entries.comeInOrder();
    }
    daemon("colight-parent", () -> endAfter(in)).start();
    try (Socket socket = connect(line);
        Socket stops = connect(line)) {
      Cancellation cancellation = new Cancellation();
      Connection connection = new Connection(socket.getOutputStream());
      start(new BufferedInputStream(socket.getInputStream()), connection, cancellation);
      listen(new BufferedInputStream(stops.getInputStream()), cancellation);
    } catch (OutOfMemoryError e) {
      end(OUT_OF_MEMORY);
    } finally {
      end();
    }
  }

  /** Ends this process, without any of the user's shutdown hooks. */
  static void end() {
    end(0);
  }

  /** Ends the process and all that it has started: nobody else knows of those any more. */
  static void end(int status) {
    Guard.letGo();
    try {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    } finally {
      Runtime.getRuntime().halt(status); // even where there is no memory left to look
    }
  }

  /** Connects to the server, and shows the secret. */
  private static Socket connect(String[] line) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(line[0]));
    socket.setTcpNoDelay(true);
    Frames.send(socket.getOutputStream(), new FromWorker.Hello(line[1]));
    return socket;
  }

  private static void start(InputStream in, Connection connection, Cancellation cancellation) {
    Map<String, byte[]> classFiles = GeneratedLoader.newClassFiles();
    GeneratedLoader loader = new GeneratedLoader(Main.class.getClassLoader(), classFiles);
    RunContext context = RunContext.create(connection, loader, cancellation);
    context.installStreams();
    Runner runner = new Runner(in, connection, classFiles, context);
    Thread main = new Thread(null, runner, "main", Runner.STACK_BYTES);
    main.setContextClassLoader(loader);
    main.start();
    daemon("colight-output", context.output()::flushForever).start();
    daemon("colight-memory", new MemoryWatch(() -> end(OUT_OF_MEMORY))).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> exiting(context)));
  }

  /** Hears which runs are to stop, until the server ends. */
  private static void listen(InputStream in, Cancellation cancellation) throws IOException {
    Thread.currentThread().setName("colight-reader");
    while (true) {
      if (Frames.receiveToWorker(in) instanceof ToWorker.Interrupt interrupt) {
        cancellation.request(interrupt.run());
      }
    }
  }

  /** Says that the process is ending, after all that the program wrote. */
  private static void exiting(RunContext context) {
    context.output().flush();
    context.connection().send(new FromWorker.Exiting());
  }

  private static void endAfter(InputStream in) {
    try {
      while (in.read() >= 0) {
        // a server says nothing after the first line
      }
    } catch (IOException e) {
      // as good as the end
    }
    end();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().trim();
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
