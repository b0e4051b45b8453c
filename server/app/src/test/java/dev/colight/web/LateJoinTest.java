package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page that comes at any moment, while somebody types, ends up with what one has that was there
 * from the start; {@link PageModel} sees to it that neither is told anything twice.
 */
class LateJoinTest {
  private static final int EDITS = 25;

  /** So many that what goes wrong now and then goes wrong in one of them. */
  private static final int JOINS = 80;

  private static final List<String> BLOCKS =
      List.of(
          "int a = %d;",
          "int b = a + %d;",
          "int b = a +;",
          "// prose %d",
          "for (int i = 0; i < %d; i++) { System.out.println(i); Thread.sleep(3); }",
          "String s = \"x\".repeat(%d);",
          "int c = 1 / (%d - %<d);",
          "b * %d");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoever_comes_late_misses_nothing_and_hears_nothing_twice(long seed) throws Exception {
    Random random = new Random(seed);
    try (ServerFixture server = new ServerFixture();
        PageClient first = server.page()) {
      List<String> blocks = new ArrayList<>(List.of("int a = 1;", "a + 1"));
      server.type(text(blocks));
      PageModel whole = new PageModel(first.watch(ServerFixture.URI));
      List<PageClient> pages = new ArrayList<>();
      List<CompletableFuture<JsonObject>> joins = new ArrayList<>();
      for (int edit = 0; edit < EDITS; edit++) {
        edit(blocks, random);
        server.type(text(blocks));
        if (random.nextInt(3) == 0) {
          PageClient page = server.page();
          pages.add(page);
          joins.add(CompletableFuture.supplyAsync(() -> watch(page)));
          if (random.nextBoolean()) {
            // It joins while the next edit comes, or at a moment when something runs.
            joins.get(joins.size() - 1).get(60, TimeUnit.SECONDS);
          }
        }
      }
      PageClient last = server.page();
      pages.add(last);
      joins.add(CompletableFuture.supplyAsync(() -> watch(last)));
      for (CompletableFuture<JsonObject> join : joins) {
        join.get(60, TimeUnit.SECONDS);
      }
      // What ends the wait must reach everyone, however late.
      blocks.add("\"the end\"");
      server.type(text(blocks));
      feed(whole, first, server.version());
      for (int i = 0; i < pages.size(); i++) {
        PageModel late = new PageModel(joins.get(i).get());
        feed(late, pages.get(i), server.version());
        assertEquals(String.join("\n", whole.screen()), String.join("\n", late.screen()));
      }
      for (PageClient page : pages) {
        page.close();
      }
    }
  }

  @Test
  void whoever_comes_while_a_block_runs_gets_what_it_has_written(@TempDir Path folder)
      throws Exception {
    Path gate = folder.resolve("gate");
    try (ServerFixture server = new ServerFixture();
        PageClient first = server.page();
        PageClient late = server.page()) {
      server.type(
          """
          System.out.println("first");
          while (!new java.io.File("%s").exists()) { Thread.sleep(1); }
          System.out.println("second");
          """
              .formatted(gate));
      PageModel whole = new PageModel(first.watch(ServerFixture.URI));
      first.await(message -> message.toString().contains("first\\n")).forEach(whole::take);
      PageModel model = new PageModel(late.watch(ServerFixture.URI));
      late.await(message -> PageClient.method(message).equals("colight/blockOutput"))
          .forEach(model::take);
      Files.createFile(gate);
      first.awaitRunEnd(1).forEach(whole::take);
      late.awaitRunEnd(1).forEach(model::take);
      assertEquals(whole.screen(), model.screen());
    }
  }

  @Test
  void nothing_that_happens_later_comes_before_the_document(@TempDir Path folder) throws Exception {
    Path gate = folder.resolve("gate");
    try (ServerFixture server = new ServerFixture()) {
      server.type(
          "while (!new java.io.File(\"%s\").exists()) { System.out.println(1); Thread.sleep(1); }"
              .formatted(gate));
      for (int join = 0; join < JOINS; join++) {
        try (PageClient page = server.page()) {
          page.watch(ServerFixture.URI);
          List<JsonObject> until = page.await(LateJoinTest::isDocument);
          assertEquals(
              List.of(),
              until.stream()
                  .map(PageClient::method)
                  .filter(method -> method.equals("colight/blockOutput"))
                  .toList());
        }
      }
      Files.createFile(gate);
    }
  }

  private static boolean isDocument(JsonObject message) {
    return message.has("result") && message.get("result").toString().contains("\"results\"");
  }

  private static JsonObject watch(PageClient page) {
    try {
      return page.watch(ServerFixture.URI);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells a model what its page is told after the answer that it began with. */
  private static void feed(PageModel model, PageClient page, int version) throws Exception {
    boolean answered = false;
    for (JsonObject message : page.awaitRunEnd(version)) {
      if (answered) {
        model.take(message);
      }
      answered |= isDocument(message);
    }
  }

  private static void edit(List<String> blocks, Random random) {
    String block = BLOCKS.get(random.nextInt(BLOCKS.size())).formatted(1 + random.nextInt(9));
    int at = random.nextInt(blocks.size() + 1);
    switch (random.nextInt(4)) {
      case 0 -> blocks.add(at, block);
      case 1 -> {
        if (blocks.size() > 2) {
          blocks.remove(at % blocks.size());
        }
      }
      default -> blocks.set(at % blocks.size(), block);
    }
  }

  private static String text(List<String> blocks) {
    return String.join("\n\n", blocks) + "\n";
  }
}
