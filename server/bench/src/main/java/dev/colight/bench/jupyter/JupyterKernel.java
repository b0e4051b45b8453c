package dev.colight.bench.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A kernel in a process of its own, which is told to run cells as a notebook tells it: by Jupyter's
 * messages (protocol 5.3) over ZeroMQ.
 */
public final class JupyterKernel implements AutoCloseable {
  private static final String DELIMITER = "<IDS|MSG>";
  private static final String ALGORITHM = "HmacSHA256";
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int RETRY_MILLIS = 50;

  private final String session = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();
  private final Path connection;
  private final Process process;
  private final ZmtpSocket shell;
  private final ZmtpSocket published;

  /** What the kernel has published. */
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

  /** A message that a kernel publishes, or an empty type where it is gone. */
  private record Said(String type, String request, JsonObject content) {}

  /**
   * Starts a kernel and waits until it answers.
   *
   * @param command what starts one, to which the connection file is added
   */
  public JupyterKernel(List<String> command) throws IOException, InterruptedException {
    connection = Files.createTempFile("colight-kernel", ".json");
    List<Integer> ports = freePorts(5);
    Files.writeString(connection, connectionFile(ports).toString());
    List<String> all = new ArrayList<>(command);
    all.add(connection.toString());
    process =
        new ProcessBuilder(all)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      published = connect(ports.get(1), "SUB");
      published.subscribe();
      shell = connect(ports.get(0), "DEALER");
      start("bench-kernel-published", () -> listen(published, true));
      start("bench-kernel-shell", () -> listen(shell, false));
      awaitPublishing();
    } catch (IOException | InterruptedException e) {
      process.destroy();
      Files.deleteIfExists(connection);
      throw e;
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private JsonObject connectionFile(List<Integer> ports) {
    JsonObject file = new JsonObject();
    file.addProperty("transport", "tcp");
    file.addProperty("ip", "127.0.0.1");
    file.addProperty("shell_port", ports.get(0));
    file.addProperty("iopub_port", ports.get(1));
    file.addProperty("stdin_port", ports.get(2));
    file.addProperty("control_port", ports.get(3));
    file.addProperty("hb_port", ports.get(4));
    file.addProperty("signature_scheme", "hmac-sha256");
    file.addProperty("key", key);
    file.addProperty("kernel_name", "java");
    return file;
  }

  /** Connects as soon as the kernel listens, as clients of ZeroMQ do. */
  private ZmtpSocket connect(int port, String type) throws IOException, InterruptedException {
    long until = System.nanoTime() + START_NANOS;
    while (true) {
      try {
        return new ZmtpSocket(port, type);
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new IOException("the kernel does not start", e);
        }
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks until what the kernel says gets here: what it published before is lost. */
  private void awaitPublishing() throws IOException, InterruptedException {
    long until = System.nanoTime() + START_NANOS;
    do {
      request("kernel_info_request", new JsonObject());
      if (said.poll(1, TimeUnit.SECONDS) != null) {
        return;
      }
    } while (System.nanoTime() < until);
    throw new IOException("the kernel does not answer");
  }

  private void listen(ZmtpSocket socket, boolean publishes) {
    try {
      while (true) {
        Said message = parse(socket.receive());
        if (publishes && message != null) {
          said.add(message);
        }
      }
    } catch (IOException e) {
      said.add(new Said("", "", new JsonObject()));
    }
  }

  private static @Nullable Said parse(List<byte[]> frames) {
    int start = 0;
    while (start < frames.size() && !text(frames.get(start)).equals(DELIMITER)) {
      start++;
    }
    if (frames.size() < start + 6) {
      return null;
    }
    JsonObject header = json(frames.get(start + 2));
    JsonObject parent = json(frames.get(start + 3));
    String request = parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    return new Said(header.get("msg_type").getAsString(), request, json(frames.get(start + 5)));
  }

  private static JsonObject json(byte[] frame) {
    return JsonParser.parseString(text(frame)).getAsJsonObject();
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }

  /**
   * Runs cells one after the other, each when the one before has run, as notebooks do that run all
   * below.
   *
   * @return what each cell shows, empty where it shows nothing
   */
  public List<String> run(List<String> cells) throws IOException, InterruptedException {
    List<String> shown = new ArrayList<>();
    for (String cell : cells) {
      shown.add(run(cell));
    }
    return shown;
  }

  private String run(String cell) throws IOException, InterruptedException {
    String id = request("execute_request", execution(cell));
    String shown = "";
    while (true) {
      Said message = said.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
      if (message == null || message.type.isEmpty()) {
        throw new IOException("the kernel " + (message == null ? "is silent" : "is gone"));
      }
      if (!message.request.equals(id)) {
        continue;
      }
      switch (message.type) {
        case "execute_result" -> shown = text(message.content);
        case "error" -> throw new IOException("a cell fails: " + message.content);
        case "status" -> {
          if (message.content.get("execution_state").getAsString().equals("idle")) {
            return shown;
          }
        }
        default -> {
          // what was asked, and what it prints: of no interest here
        }
      }
    }
  }

  private static JsonObject execution(String cell) {
    JsonObject content = new JsonObject();
    content.addProperty("code", cell);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.add("user_expressions", new JsonObject());
    content.addProperty("allow_stdin", false);
    content.addProperty("stop_on_error", true);
    return content;
  }

  /** Returns a value as text; some kernels give even that as HTML alone. */
  private static String text(JsonObject content) {
    JsonObject data = content.getAsJsonObject("data");
    JsonElement text = data.has("text/plain") ? data.get("text/plain") : data.get("text/html");
    return text == null ? "" : text.getAsString();
  }

  /** Sends a request; returns its id. */
  private String request(String type, JsonObject content) throws IOException {
    String id = UUID.randomUUID().toString();
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", "bench");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.3");
    List<byte[]> parts = new ArrayList<>();
    for (JsonObject part : List.of(header, new JsonObject(), new JsonObject(), content)) {
      parts.add(part.toString().getBytes(StandardCharsets.UTF_8));
    }
    List<byte[]> frames = new ArrayList<>();
    frames.add(DELIMITER.getBytes(StandardCharsets.US_ASCII));
    frames.add(signature(parts));
    frames.addAll(parts);
    shell.send(frames);
    return id;
  }

  private byte[] signature(List<byte[]> parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the kernel. */
  @Override
  public void close() throws IOException {
    shell.close();
    published.close();
    process.destroy();
    Files.deleteIfExists(connection);
  }
}
