package dev.colight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process: what it writes where, and what it exits with. */
class MainProcessTest {
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
  private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
  private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  private Process start(String... args) throws IOException {
    return start(Map.of(), args);
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private String stderr() throws IOException {
    return Files.readString(folder.resolve("stderr"));
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return process.exitValue();
  }

  private static String framed(String body) {
    return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
  }

  /** Reads frames until the end; anything else on stdout is a failure. */
  private static List<JsonObject> frames(InputStream in) throws IOException {
    List<JsonObject> frames = new ArrayList<>();
    DataInputStream data = new DataInputStream(in);
    StringBuilder header = new StringBuilder();
    for (int c = data.read(); c >= 0; c = data.read()) {
      header.append((char) c);
      if (header.toString().endsWith("\r\n\r\n")) {
        assertTrue(header.toString().startsWith("Content-Length: "), header.toString());
        byte[] body = new byte[Integer.parseInt(header.substring(16).trim())];
        data.readFully(body);
        frames.add(
            JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject());
        header.setLength(0);
      }
    }
    assertEquals("", header.toString());
    return frames;
  }

  @Test
  void the_server_survives_whatever_a_client_sends() throws Exception {
    Process server = start("lsp");
    try (OutputStream out = server.getOutputStream()) {
      String[] nonsense = {
        "\r\n\r\n",
        "Content-Length: many\r\n\r\n",
        "Content-Length: -5\r\n\r\n",
        "Content-Length: 99999999999\r\n\r\n",
        "Content-Type: text/plain\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "x".repeat(100_000) + "\n",
        framed(""),
        framed("null"),
        framed("[]"),
        framed("{"),
        framed("\"text\""),
        framed("{\"jsonrpc\":\"2.0\"}"),
        framed("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":7}"),
        framed("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":7}"),
        framed("{\"method\":\"textDocument/didOpen\",\"params\":\"no\"}"),
        framed("{\"method\":\"textDocument/didChange\",\"params\":{}}"),
        framed("{\"id\":7,\"method\":\"textDocument/hover\",\"params\":{\"position\":[[]]}}"),
        framed("[".repeat(200_000)),
        framed("{\"method\":\"x\",\"params\":" + "[".repeat(200_000) + "}"),
        "rubbish before a header Content-Length: " + framed("{").substring(16),
      };
      for (String message : nonsense) {
        out.write(message.getBytes(StandardCharsets.UTF_8));
      }
      out.write(
          framed("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"shutdown\"}")
              .getBytes(StandardCharsets.UTF_8));
      for (String message : List.of(INITIALIZE, SHUTDOWN, EXIT)) {
        out.write(framed(message).getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
      List<JsonObject> answers = frames(server.getInputStream());
      assertEquals(0, exitCode(server), stderr());
      assertTrue(
          answers.stream().anyMatch(a -> id(a).equals("0") && a.toString().contains("-32002")));
      assertTrue(answers.stream().anyMatch(a -> id(a).equals("1") && a.has("result")));
      assertTrue(answers.stream().anyMatch(a -> id(a).equals("2") && !a.has("error")));
    }
  }

  private static String id(JsonObject message) {
    return message.has("id") ? message.get("id").toString() : "";
  }

  @Test
  void the_server_ends_with_its_input() throws Exception {
    Process server = start("lsp", "--stdio");
    server.getOutputStream().write(framed(INITIALIZE).getBytes(StandardCharsets.UTF_8));
    server.getOutputStream().close();
    assertEquals(1, frames(server.getInputStream()).size());
    assertEquals(1, exitCode(server));
  }

  @ParameterizedTest
  @CsvSource({
    "'', no command given; try 'colight --help'",
    "dance, unknown command 'dance'; try 'colight --help'",
    "lsp --port, lsp does not know '--port'; try 'colight --help'",
    "lsp a.jsh, lsp takes no files",
    "lsp --socket 0, 'lsp takes --socket and --token-file together, or --stdio'",
    "lsp --socket 0 --token-file, --token-file lacks its value",
    "lsp --socket x --token-file t, not a port: x",
    "lsp --socket 0 --token-file ., . is no file with a token",
    "run, 'run takes one file, not 0'",
    "run a b, 'run takes one file, not 2'",
    "run --fast a, run does not know '--fast'; try 'colight --help'",
    "verify, 'verify takes one file, not 0'",
    "verify --json a, verify does not know '--json'; try 'colight --help'",
    "run missing.jsh, there is no file missing.jsh",
    "open, 'open takes one file, not 0'",
    "open missing.jsh, there is no file missing.jsh",
    "open --port, --port lacks its value",
    "open --port x a, not a port: x",
    "open --port 70000 a, not a port: 70000",
    "serve a b, 'serve takes one folder, not 2'",
    "serve missing, missing is not a directory",
    "export missing.jsh, there is no file missing.jsh",
    "export --format docx a, 'no format ''docx''; there are [html, markdown, ipynb]'",
  })
  void bad_usage_is_told_in_one_line(String args, String expected) throws Exception {
    // CsvSource takes the quotes around a word for its own.
    Process process = start(args.isEmpty() ? new String[0] : args.split(" "));
    assertEquals(2, exitCode(process));
    assertEquals("colight: " + expected + "\n", stderr());
    assertEquals(0, process.getInputStream().readAllBytes().length);
  }

  @Test
  void a_file_that_is_no_text_is_refused_in_one_line() throws Exception {
    Path directory = Files.createDirectory(folder.resolve("d.jsh"));
    Path binary = Files.write(folder.resolve("b.jsh"), new byte[] {'a', 0, 'b'});
    Path latin = Files.write(folder.resolve("l.jsh"), new byte[] {'a', (byte) 0xE9, 'b'});
    for (Path file : List.of(directory, binary, latin)) {
      for (String command : List.of("run", "open", "export")) {
        assertEquals(2, exitCode(start(command, file.toString())));
        assertEquals(1, stderr().lines().count(), stderr());
        assertTrue(stderr().contains(file.toString()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1 + 1, 0", "1 / 0, 1"})
  void export_writes_a_document_and_exits_with_whether_all_went_well(String text, int code)
      throws Exception {
    Path file = Files.writeString(folder.resolve("e.jsh"), text);
    Path out = folder.resolve("e.md");
    assertEquals(code, exitCode(start("export", file.toString(), "-o", out.toString())));
    assertTrue(Files.readString(out).startsWith("```java\n" + text + "\n```\n"));
    Process process = start("export", "--format", "markdown", file.toString());
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, exitCode(process));
    assertEquals(Files.readString(out), written);
  }

  @Test
  void open_prints_where_the_page_is_and_ends_when_it_is_told_to() throws Exception {
    Path file = Files.writeString(folder.resolve("o.jsh"), "1 + 1");
    Process process = start("open", "--no-browser", file.toString());
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    assertTrue(line.matches("http://127\\.0\\.0\\.1:\\d+/open\\?token=[\\w-]+&uri=\\S+"), line);
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    exitCode(process);
    for (ProcessHandle worker : workers) {
      worker.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(60)
  void no_process_is_started_with_a_token_and_the_browser_gets_in_all_the_same() throws Exception {
    Path file = Files.writeString(folder.resolve("o.jsh"), "1 + 1");
    Path asked = folder.resolve("asked");
    Path browser =
        Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$@\" > '" + asked + "'\n");
    assertTrue(browser.toFile().setExecutable(true));
    Process process = start(Map.of("BROWSER", browser.toString()), "open", file.toString());
    try {
      String printed = process.inputReader(StandardCharsets.UTF_8).readLine();
      while (!Files.exists(asked) || Files.size(asked) == 0) {
        Thread.onSpinWait();
      }
      Path page = Path.of(URI.create(Files.readString(asked).strip()));
      Matcher link = Pattern.compile("href=\"([^\"]+)\"").matcher(Files.readString(page));
      assertTrue(link.find());
      String url = link.group(1).replace("&amp;", "&");
      assertNotEquals(printed, url);
      for (String address : List.of(url, printed)) {
        HttpURLConnection connection =
            (HttpURLConnection) URI.create(address).toURL().openConnection();
        assertEquals(200, connection.getResponseCode());
      }
      assertFalse(Files.exists(page));
    } finally {
      process.destroy();
      exitCode(process);
    }
  }

  @ParameterizedTest
  @CsvSource({"1 + 1, 0", "System.nanoTime(), 1"})
  void verify_exits_with_whether_two_runs_show_the_same(String text, int code) throws Exception {
    Path file = Files.writeString(folder.resolve("v.jsh"), text);
    Process process = start("verify", file.toString());
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, exitCode(process), out);
    assertEquals(code, out.lines().filter(line -> line.startsWith("  - ")).count(), out);
  }

  @Test
  void all_behind_two_dashes_is_the_programs() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("Asked.java"),
            "void main(String[] args) { System.out.print(String.join(\",\", args)); }");
    Process process = start("run", file.toString(), "--", "--help", "-h", "--", "--json");
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, exitCode(process), out);
    assertTrue(out.contains("--help,-h,--,--json"), out);
  }

  @Test
  void what_a_document_asks_for_and_cannot_have_is_told() throws Exception {
    Path file = Files.writeString(folder.resolve("asks.jsh"), "//JAVA 999\n\n1 + 1");
    Process process = start("run", file.toString());
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, exitCode(process), out);
    assertTrue(out.contains("there is no JDK 999 on this machine"), out);
  }

  @Test
  void help_and_version_go_to_stdout() throws Exception {
    for (String option : List.of("--help", "--version")) {
      Process process = start(option);
      assertEquals(0, exitCode(process));
      assertTrue(process.getInputStream().readAllBytes().length > 3);
      assertEquals("", stderr());
    }
  }
}
