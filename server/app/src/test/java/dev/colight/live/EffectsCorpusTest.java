package dev.colight.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.colight.document.BlockKind;
import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing in the outside world changes while somebody types, and what changes nothing runs: the
 * files beside this in {@code resources/effects}, which are there to be added to.
 */
class EffectsCorpusTest {
  private static JavaLanguage language;

  private Path folder;

  @BeforeAll
  static void start() {
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(5));
  }

  @AfterAll
  static void stop() {
    language.close();
  }

  @BeforeEach
  void fill(@TempDir Path made) throws IOException {
    folder = made;
    Files.writeString(folder.resolve("keep"), "kept");
    Files.writeString(folder.resolve("A.java"), "class A {}");
    ImageIO.write(new BufferedImage(1, 1, 1), "png", folder.resolve("p.png").toFile());
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("t.zip")))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write('x');
    }
  }

  private List<String> snippets(String file) throws IOException {
    try (var in = EffectsCorpusTest.class.getResourceAsStream("/effects/" + file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String code = text.lines().filter(line -> !line.startsWith("#")).reduce("", this::join);
      return Arrays.stream(code.split("\n---\n"))
          .map(snippet -> snippet.strip().replace("DIR", folder.toString()))
          .toList();
    }
  }

  private String join(String above, String line) {
    return above + line + "\n";
  }

  /** Returns everything in the folder: names, contents, times. */
  private Map<String, String> world() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.forEach(
          path -> {
            try {
              String content =
                  Files.isDirectory(path) ? "" : new String(Files.readAllBytes(path), ISO_8859_1);
              files.put(path.toString(), content + Files.getLastModifiedTime(path));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return files;
  }

  /** Returns the blocks that stem from each snippet of an open document. */
  private static List<List<BlockView>> blocks(LiveDocument document, List<String> snippets) {
    List<List<BlockView>> result = new ArrayList<>();
    int line = 0;
    for (String snippet : snippets) {
      int lines = (int) snippet.lines().count();
      result.add(
          document.snapshot().blocks(line, line + lines - 1).stream()
              .filter(block -> block.kind() == BlockKind.CODE)
              .toList());
      line += lines + 1;
    }
    return result;
  }

  @Test
  void what_touches_the_outside_world_is_held_when_it_is_opened() throws Exception {
    assertHeld("harm.txt", 100);
  }

  @Test
  void what_nobody_could_see_to_touch_the_outside_world_is_held_as_it_is_about_to()
      throws Exception {
    assertHeld("unseen.txt", 50);
  }

  private void assertHeld(String file, int atLeast) throws Exception {
    List<String> snippets = snippets(file);
    assertTrue(snippets.size() >= atLeast);
    Map<String, String> before = world();
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(String.join("\n\n", snippets));
      List<String> missed = new ArrayList<>();
      List<List<BlockView>> blocks = blocks(document, snippets);
      for (int i = 0; i < snippets.size(); i++) {
        if (blocks.get(i).stream().noneMatch(EffectsCorpusTest::isHeld)) {
          missed.add(snippets.get(i) + "\n" + shown(blocks.get(i)));
        }
      }
      assertEquals("", String.join("\n---\n", missed));
    }
    assertEquals(before, world());
  }

  /** Each letter is typed and run for itself: what is not whole yet must do no harm either. */
  @Test
  void nothing_is_touched_while_it_is_typed_letter_by_letter() throws Exception {
    Map<String, String> before = world();
    List<String> snippets = snippets("harm.txt");
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open("");
      for (int i = 0; i < snippets.size(); i += 12) {
        String snippet = snippets.get(i);
        for (int end = 1; end <= snippet.length(); end++) {
          document.type(snippet.substring(0, end));
          if (end > snippet.length() - 12) {
            document.awaitEnd();
            assertEquals(before, world(), snippet.substring(0, end));
          }
        }
        document.edit("");
      }
    }
  }

  @Test
  void a_save_runs_what_was_held_and_an_edit_holds_it_again() throws Exception {
    Path made = folder.resolve("made");
    String code = "int n = 1\n\nFiles.writeString(Path.of(\"" + made + "\"), \"\" + n)\n\nn + 1";
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(code);
      BlockView held = document.snapshot().blocks().get(1);
      assertEquals(Status.HELD, Objects.requireNonNull(held.result()).status());
      assertEquals(
          "writes files: Files.writeString, line 3",
          Objects.requireNonNull(Objects.requireNonNull(held.result()).error()).message());
      assertFalse(Files.exists(made));
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertEquals("1", Files.readString(made));
      document.edit(code.replace("n = 1", "n = 2"));
      assertEquals("1", Files.readString(made));
      BlockView again = document.snapshot().blocks().get(1);
      assertEquals(BlockState.HELD, again.state());
      assertNotNull(again.shown());
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(2).state());
      document.workspace().run(LiveDocument.URI, Set.of(again.id()), false);
      document.awaitEnd();
      assertEquals("2", Files.readString(made));
      document.edit(code);
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(1).state());
      assertEquals("2", Files.readString(made));
    }
    Files.delete(made);
  }

  @Test
  void what_is_found_only_as_it_runs_names_its_call_and_runs_on_a_save() throws Exception {
    Path made = folder.resolve("made");
    String call = "File.class.getMethod(\"createNewFile\").invoke(new File(\"" + made + "\"))";
    String code =
        "List<Integer> seen = new ArrayList<>()\n\nseen.add(1);\ntry {\n  "
            + call
            + ";\n} catch (Throwable t) { }\nseen.size()\n\nseen + \"\"\n\n1 + 1";
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(code);
      var held = Objects.requireNonNull(document.snapshot().blocks().get(1).result());
      assertEquals(Status.HELD, held.status());
      assertEquals(
          "writes files: File.createNewFile, line 5",
          Objects.requireNonNull(held.error()).message());
      assertEquals(BlockState.HELD, document.snapshot().blocks().get(2).state());
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(3).state());
      assertFalse(Files.exists(made));
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertTrue(Files.exists(made));
      assertEquals("\"[1]\"", text(document.snapshot().blocks().get(2)));
      document.edit(code.replace(call, "int n = 1"));
      assertEquals("\"[1]\"", text(document.snapshot().blocks().get(2)));
    }
    Files.delete(made);
  }

  @Test
  void what_a_thread_is_denied_whose_block_has_ended_is_told() throws Exception {
    Path made = folder.resolve("made");
    String code =
        """
        var go = new java.util.concurrent.CountDownLatch(1);
        Runnable make = () -> { try { go.await(); File.class.getMethod("createNewFile").invoke(new File("MADE")); } catch (Exception e) { } };
        Thread late = new Thread(make);
        Thread.class.getMethod("start").invoke(late);

        go.countDown();
        late.join();
        1 + 1
        """
            .replace("MADE", made.toString());
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      LiveDocument.Run run = document.open(code);
      WorkspaceEvent.Noted noted =
          run.events().stream()
              .filter(WorkspaceEvent.Noted.class::isInstance)
              .map(WorkspaceEvent.Noted.class::cast)
              .findFirst()
              .orElse(null);
      if (noted == null) {
        noted = document.await(WorkspaceEvent.Noted.class);
      }
      assertEquals(
          "writes files: File.createNewFile was refused: the block that led to it had ended, and"
              + " nobody had asked for that",
          noted.text());
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(1).state());
      assertFalse(Files.exists(made));
    }
  }

  @Test
  void a_function_may_what_its_caller_may_on_a_thread_that_another_block_has_left()
      throws Exception {
    Path made = folder.resolve("made");
    String code =
        """
        var todo = new LinkedBlockingQueue<Runnable>();
        Runnable work = () -> { try { while (true) todo.take().run(); } catch (InterruptedException e) { } };
        Thread.class.getMethod("start").invoke(new Thread(work));

        boolean make(File f) throws Exception {
          var done = new CompletableFuture<Boolean>();
          todo.add(() -> { try { done.complete(f.createNewFile()); } catch (Throwable e) { done.completeExceptionally(e); } });
          return done.get();
        }

        make(new File("MADE"))
        """
            .replace("MADE", made.toString());
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(code);
      BlockView last = document.snapshot().blocks().get(2);
      assertTrue(isHeld(last), shown(List.of(last)));
      assertFalse(Files.exists(made));
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertEquals("true", text(document.snapshot().blocks().get(2)));
      assertTrue(Files.exists(made));
    }
    Files.delete(made);
  }

  @Test
  void a_connection_that_is_left_open_by_what_was_asked_for_serves_nothing_else() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, 2);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[] {'o', 'k'});
          }
        });
    server.start();
    String get =
        "new String(new java.net.URL(\"http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/a\").openStream().readAllBytes())";
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(get);
      assertEquals(List.of(), asked);
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertEquals("\"ok\"", text(document.snapshot().blocks().get(0)));
      document.edit(get + "\n\n" + get.replace("/a", "/b"));
      BlockView typed = document.snapshot().blocks().get(1);
      assertTrue(isHeld(typed), shown(List.of(typed)));
      assertEquals(List.of("/a"), asked);
    } finally {
      server.stop(0);
    }
  }

  /** It is asked for to have a clean start, not to have all done again that a document does. */
  @Test
  void a_restart_holds_again_what_had_been_asked_for_before() throws Exception {
    Path made = folder.resolve("made");
    String code = "int n = 1\n\nFiles.createFile(Path.of(\"" + made + "\"))\n\nn + 1";
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(code);
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(1).state());
      Files.delete(made);
      document.workspace().restart(LiveDocument.URI);
      document.awaitEnd();
      BlockView held = document.snapshot().blocks().get(1);
      assertTrue(isHeld(held), shown(List.of(held)));
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(2).state());
      assertFalse(Files.exists(made));
      document.workspace().run(LiveDocument.URI, Set.of(held.id()), false);
      document.awaitEnd();
      assertTrue(Files.exists(made));
    }
    Files.delete(made);
  }

  private static String text(BlockView block) {
    var outputs = Objects.requireNonNull(block.result()).outputs();
    return Objects.requireNonNull(outputs.get(0).mime().get("text/plain"));
  }

  @Test
  void a_lambda_that_was_made_when_it_was_asked_for_is_held_where_it_is_called() throws Exception {
    Path made = folder.resolve("made");
    String code =
        "Runnable r = () -> { try { Files.createFile(Path.of(\""
            + made
            + "\")); }"
            + " catch (IOException e) { } }";
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(code);
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      document.edit(code + "\n\nr.run()");
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(0).state());
      assertEquals(BlockState.HELD, document.snapshot().blocks().get(1).state());
      assertFalse(Files.exists(made));
    }
  }

  @Test
  void what_a_held_block_reads_can_still_be_used_below_it() throws Exception {
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(
          "Path p = Path.of(\"a\")\n\nString s = \"x\"\n\nFiles.delete(p)\n\ns + p.getFileName()");
      assertEquals(BlockState.HELD, document.snapshot().blocks().get(2).state());
      assertEquals(BlockState.FRESH, document.snapshot().blocks().get(3).state());
    }
  }

  @Test
  void what_stands_below_it_in_a_program_waits_as_the_program_may_end_there() throws Exception {
    try (LiveDocument document = new LiveDocument(language, "file:///Ends.java")) {
      document.workspace().setEffectPolicy(EffectPolicy.HOLD);
      document.open(
          "void main() {\n  IO.println(1);\n\n  if (1 > 0) System.exit(3);\n\n  IO.println(2);\n}");
      assertEquals(BlockState.FRESH, at(document, 1).state());
      assertEquals(BlockState.HELD, at(document, 3).state());
      assertEquals(BlockState.HELD, at(document, 5).state());
      document.workspace().save("file:///Ends.java");
      document.awaitEnd();
      assertEquals(
          "the program called System.exit(3)",
          Objects.requireNonNull(Objects.requireNonNull(at(document, 3).result()).error())
              .message());
      assertEquals(Status.BLOCKED, Objects.requireNonNull(at(document, 5).result()).status());
      assertTrue(Objects.requireNonNull(at(document, 5).result()).outputs().isEmpty());
    }
  }

  private static BlockView at(LiveDocument document, int line) {
    return document.snapshot().blocks().stream()
        .filter(block -> block.range().start().line() == line)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_only_looks_so_runs() throws Exception {
    List<String> snippets = snippets("harmless.txt");
    assertTrue(snippets.size() >= 100);
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(String.join("\n\n", snippets));
      List<String> alarms = new ArrayList<>();
      List<List<BlockView>> blocks = blocks(document, snippets);
      for (int i = 0; i < snippets.size(); i++) {
        List<BlockView> own = blocks.get(i);
        if (own.stream().anyMatch(b -> b.state() == BlockState.HELD)
            || own.get(own.size() - 1).result() == null
            || Objects.requireNonNull(own.get(own.size() - 1).result()).status() != Status.OK) {
          alarms.add(snippets.get(i) + "\n" + shown(own));
        }
      }
      assertEquals("", String.join("\n---\n", alarms));
    }
  }

  private static boolean isHeld(BlockView block) {
    return block.result() != null && block.result().status() == Status.HELD;
  }

  private static String shown(List<BlockView> blocks) {
    StringBuilder text = new StringBuilder();
    for (BlockView block : blocks) {
      var result = block.result();
      text.append("  => ").append(block.state()).append(' ');
      text.append(result == null ? "" : result.status() + " " + result.error()).append('\n');
    }
    return text.toString();
  }
}
