package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.KernelEvent;
import dev.colight.java.kernel.Document.Outcome;
import dev.colight.worker.Guard;
import dev.colight.worker.Main;
import dev.colight.worker.Memory;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker.Limits;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How workers begin and end. */
@Timeout(120)
class WorkerProcessTest {
  private static final WorkerOptions STANDARD = WorkerOptions.standard();

  @Test
  void a_worker_ends_when_the_connection_closes() throws Exception {
    try (Raw raw = new Raw()) {
      raw.socket.close();
      assertTrue(raw.process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_worker_ends_when_its_standard_input_does() throws Exception {
    try (Raw raw = new Raw()) {
      raw.process.getOutputStream().close();
      assertTrue(raw.process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_worker_refuses_garbage_by_ending() throws Exception {
    try (Raw raw = new Raw()) {
      raw.socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertTrue(raw.process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void the_secret_is_on_no_command_line() throws Exception {
    try (Raw raw = new Raw()) {
      assertFalse(raw.process.info().commandLine().orElse("").contains(Raw.SECRET));
    }
  }

  @Test
  void the_pool_hands_out_workers_of_which_no_two_are_the_same() throws Exception {
    try (WorkerPool pool = new WorkerPool(STANDARD)) {
      WorkerProcess first = pool.take().get();
      WorkerProcess second = pool.take().get();
      assertNotSame(first, second);
      assertTrue(first.isAlive() && second.isAlive());
    }
  }

  @Test
  void a_pool_that_closes_leaves_no_process_behind() throws Exception {
    WorkerProcess worker;
    try (WorkerPool pool = new WorkerPool(STANDARD)) {
      worker = pool.take().get();
    }
    ProcessHandle.of(worker.pid()).ifPresent(p -> p.onExit().join());
    assertFalse(ProcessHandle.of(worker.pid()).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  void what_a_program_has_started_ends_with_its_worker(@TempDir Path folder) {
    ProcessHandle child;
    try (WorkerPool pool = new WorkerPool(STANDARD);
        Document document = new Document(pool, folder)) {
      child = child(document);
      assertTrue(child.isAlive());
    }
    assertEnds(child);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(0);",
        "Runtime.getRuntime().halt(3);",
        "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();",
        "var all = new java.util.LinkedList<Object>();"
            + " while (true) try { all.add(new Object()); } catch (OutOfMemoryError e) {}"
      })
  void what_a_program_has_started_ends_however_its_worker_does(String end, @TempDir Path folder) {
    WorkerOptions small =
        new WorkerOptions(STANDARD.javaHome(), List.of("-Xmx64m"), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(small);
        Document document = new Document(pool, folder)) {
      ProcessHandle child = child(document);
      assertTrue(child.isAlive());
      assertNotNull(document.run(end).loss());
      assertEnds(child);
    }
  }

  @Test
  void what_another_process_has_started_does_not_end_because_a_worker_names_it() throws Exception {
    Process others = new ProcessBuilder("sleep", "600").start();
    try {
      Process worker = new ProcessBuilder("sleep", "600").start();
      StartedProcesses started = new StartedProcesses(worker.toHandle());
      started.add(others.pid());
      started.add(Long.MAX_VALUE);
      started.end();
      worker.destroyForcibly().waitFor();
      assertTrue(others.isAlive());
    } finally {
      others.destroyForcibly();
    }
  }

  /** Has a program start a process that would go on for long. */
  private static ProcessHandle child(Document document) {
    String program = "= new ProcessBuilder(\"sleep\", \"600\").start().pid()";
    return ProcessHandle.of(Long.parseLong(document.run(program).values().get(0))).orElseThrow();
  }

  private static void assertEnds(ProcessHandle process) {
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    assertFalse(process.isAlive());
  }

  @Test
  void a_spare_that_was_killed_is_not_handed_out() throws Exception {
    try (WorkerPool pool = new WorkerPool(STANDARD)) {
      WorkerProcess spare = pool.peek().get();
      spare.kill();
      ProcessHandle.of(spare.pid()).ifPresent(p -> p.onExit().join());
      WorkerProcess taken = pool.take().get();
      assertNotSame(spare, taken);
      assertTrue(taken.isAlive());
    }
  }

  @Test
  void a_java_that_is_not_there_is_told_to_the_run(@TempDir Path folder) {
    WorkerOptions missing =
        new WorkerOptions(folder.resolve("no-jdk"), List.of(), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(missing);
        Document document = new Document(pool, folder)) {
      assertTrue(document.run("= 1").loss().contains("no-jdk"));
      assertTrue(document.run("= 1").loss().contains("no-jdk"));
    }
  }

  @Test
  void an_option_that_the_jvm_does_not_know_is_told_in_its_words(@TempDir Path folder) {
    WorkerOptions wrong =
        new WorkerOptions(STANDARD.javaHome(), List.of("-XX:+NoSuch"), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(wrong);
        Document document = new Document(pool, folder)) {
      String loss = document.run("= 1").loss();
      assertTrue(loss.contains("Unrecognized VM option 'NoSuch'"), loss);
    }
  }

  @Test
  void the_users_options_and_class_path_count(@TempDir Path folder) throws IOException {
    Path resources = Files.createDirectory(folder.resolve("my resources"));
    Files.writeString(resources.resolve("x.txt"), "hello");
    WorkerOptions options =
        new WorkerOptions(
            STANDARD.javaHome(), List.of("-Dmy.option=on"), List.of(resources), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(options);
        Document document = new Document(pool, folder)) {
      Outcome outcome =
          document.run(
              "= System.getProperty(\"my.option\")",
              "= new String(ClassLoader.getSystemResourceAsStream(\"x.txt\").readAllBytes())");
      assertEquals(List.of("\"on\"", "\"hello\""), outcome.values());
    }
  }

  @Test
  void whoever_runs_code_that_is_not_asked_about_again_is_told(@TempDir Path folder)
      throws IOException {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Guard.AGENT);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(Guard.FOLDER + "no.class.file"));
    }
    WorkerOptions options =
        new WorkerOptions(
            STANDARD.javaHome(),
            List.of("-javaagent:" + jar + "=" + jar),
            List.of(),
            Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(options);
        Document document = new Document(pool, folder)) {
      Outcome outcome = document.run("= 1 + 1");
      assertEquals(List.of("2"), outcome.values());
      assertTrue(
          outcome.events().stream()
              .anyMatch(
                  event ->
                      event instanceof KernelEvent.Note note
                          && note.text().contains("is not asked about again")));
    }
  }

  @Test
  void user_code_sees_nothing_else_of_the_server(@TempDir Path folder) {
    try (WorkerPool pool = new WorkerPool(STANDARD);
        Document document = new Document(pool, folder)) {
      Outcome outcome = document.run("Class.forName(\"dev.colight.java.kernel.JvmKernel\");");
      assertEquals("java.lang.ClassNotFoundException", outcome.thrown().type());
    }
  }

  @Test
  void out_of_a_jar_with_other_code_the_worker_is_taken_alone(@TempDir Path folder)
      throws Exception {
    Path shaded = folder.resolve("shaded.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(shaded))) {
      Path location = WorkerCode.worker();
      if (Files.isDirectory(location)) {
        copy(location, jar);
      } else {
        try (FileSystem packed = FileSystems.newFileSystem(location)) {
          copy(packed.getPath("/dev"), jar);
        }
      }
      jar.putNextEntry(new JarEntry("other/Server.class"));
    }
    Path alone = WorkerCode.alone(shaded, "dev/colight/worker/");
    try (JarFile jar = new JarFile(alone.toFile())) {
      assertTrue(jar.stream().allMatch(e -> e.getName().startsWith("dev/colight/worker/")));
      assertTrue(jar.getEntry("dev/colight/worker/Main.class") != null);
    }
    assertEquals(alone, WorkerCode.alone(alone, "dev/colight/worker/"));
  }

  /** Copies the class files of a folder, in whatever file system it is. */
  private static void copy(Path folder, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = file.toString().replace('\\', '/');
        jar.putNextEntry(new JarEntry(path.substring(path.indexOf("dev/colight/worker/"))));
        jar.write(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void a_failed_start_fails_the_future(@TempDir Path folder) {
    WorkerOptions missing = new WorkerOptions(folder, List.of(), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(missing)) {
      assertThrows(ExecutionException.class, () -> pool.take().get());
    }
  }

  /** A worker that this test talks to itself. */
  private static final class Raw implements AutoCloseable {
    private static final String SECRET = "5ec4e7";
    private static final int PATIENCE_MILLIS = 60_000;

    private final Process process;
    private final Socket socket;

    private Raw() throws IOException {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        server.setSoTimeout(PATIENCE_MILLIS);
        process =
            new ProcessBuilder(
                    STANDARD.javaHome().resolve("bin/java").toString(),
                    Memory.OPTION,
                    "-cp",
                    WorkerCode.worker() + File.pathSeparator + WorkerCode.display(),
                    Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process
            .getOutputStream()
            .write((server.getLocalPort() + " " + SECRET + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        socket = server.accept();
        assertEquals(
            new FromWorker.Hello(SECRET),
            Frames.receiveFromWorker(socket.getInputStream(), Frames.MAX_HELLO_LENGTH));
      }
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      socket.close();
    }
  }
}
