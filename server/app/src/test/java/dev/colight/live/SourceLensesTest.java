package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.colight.java.JavaLanguage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows over the methods of a source that it has open beside a document. */
class SourceLensesTest {
  private static final String SOURCE =
      """
      package shop;

      public class Basket<T> {
        public Basket() {}
        public Basket(int size) {}
        public static int twice(int n) { return n + n; }
        public static int twice(String s) { return s.length(); }
        public int size() { return counted(); }
        private int counted() { return 1; }
        public T first(T one) { return one; }
        public static int unused() { return 0; }
        public class Line {
          public Line(int number) {}
        }
      }
      """;

  private static final String DOCUMENT =
      """
      import shop.Basket;

      int two = Basket.twice(1)

      two + 1

      new Basket<String>().size()

      new Basket<String>(3).first("a")

      new Basket<String>().new Line(2) == null

      1 + 1
      """;

  private JavaLanguage language;
  private LspSession editor;
  private String document;
  private String source;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("shop/Basket.java");
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(file, SOURCE);
    source = file.toUri().toString();
    document = folder.resolve("notes.jsh").toUri().toString();
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(4));
    editor = LspSession.inProcess(language);
    editor.open(source, SOURCE);
    editor.open(document, DOCUMENT);
    editor.awaitRunEnd(document);
  }

  @AfterEach
  void close() throws Exception {
    editor.close();
    language.close();
  }

  private List<String> lenses() throws InterruptedException {
    List<String> lines = editor.text(source).lines().toList();
    List<String> lenses = new ArrayList<>();
    for (JsonElement one :
        editor.rpc.request("textDocument/codeLens", LspSession.about(source)).getAsJsonArray()) {
      JsonObject lens = one.getAsJsonObject();
      int line = lens.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt();
      String title = lens.getAsJsonObject("command").get("title").getAsString();
      lenses.add(lines.get(line).strip() + " // " + title);
    }
    return lenses;
  }

  @Test
  void each_method_that_blocks_can_run_says_how_many_depend_on_it() throws Exception {
    assertEquals(
        List.of(
            "public Basket() {} // 2 live blocks depend on it",
            "public Basket(int size) {} // 1 live block depends on it",
            "public static int twice(int n) { return n + n; } // 2 live blocks depend on it",
            "public int size() { return counted(); } // 1 live block depends on it",
            "private int counted() { return 1; } // 1 live block depends on it",
            "public T first(T one) { return one; } // 1 live block depends on it",
            "public Line(int number) {} // 1 live block depends on it"),
        lenses());
  }

  @Test
  void what_is_said_moves_with_the_text_at_once() throws Exception {
    List<String> before = lenses();
    editor.type(
        source, SOURCE.replace("public class Basket", "// one\n// two\npublic class Basket"));
    assertEquals(before, lenses());
  }

  @Test
  void what_is_said_follows_an_edit_of_the_source_and_of_the_document() throws Exception {
    editor.type(source, SOURCE.replace("return counted()", "return twice(counted())"));
    editor.awaitRunEnd(document);
    assertEquals(
        "public static int twice(int n) { return n + n; } // 3 live blocks depend on it",
        lenses().get(2));
    editor.type(document, "import shop.Basket;\n\nBasket.twice(\"a\")\n");
    editor.awaitRunEnd(document);
    assertEquals(
        List.of(
            "public static int twice(String s) { return s.length(); }"
                + " // 1 live block depends on it"),
        lenses());
  }
}
