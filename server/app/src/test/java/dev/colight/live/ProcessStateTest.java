package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.colight.java.JavaLanguage;
import dev.colight.lsp.view.Identities;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.Verification.Compared;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all code sees of a process and some can change is the state of a document, too. */
class ProcessStateTest {
  private static final JavaLanguage JAVA = new JavaLanguage(JavaLanguage.Options.defaults());
  private static final String PRICE = "String.format(\"%,.2f\", 1234.5)";

  @AfterAll
  static void end() {
    JAVA.close();
  }

  private static List<String> shown(LiveDocument document) {
    return document.snapshot().blocks().stream()
        .map(BlockView::result)
        .filter(result -> result != null && !result.outputs().isEmpty())
        .map(result -> Objects.requireNonNull(result).outputs().get(0).text())
        .toList();
  }

  private static void assertClean(LiveDocument document) throws Exception {
    var outcome = document.workspace().verify(LiveDocument.URI, Duration.ZERO, Identities::without);
    Compared compared = assertInstanceOf(Compared.class, outcome.get(60, TimeUnit.SECONDS));
    assertEquals(List.of(), compared.differences());
  }

  @Test
  void a_default_locale_counts_from_its_block_on_wherever_the_next_edit_is() throws Exception {
    try (LiveDocument document = new LiveDocument(JAVA)) {
      String text = PRICE + "\n\nLocale.setDefault(Locale.GERMANY);\n\n" + PRICE;
      document.open(text);
      assertEquals(List.of("\"1,234.50\"", "\"1.234,50\""), shown(document));
      document.edit(text.replaceFirst("1234.5", "1234.75"));
      assertEquals(List.of("\"1,234.75\"", "\"1.234,50\""), shown(document));
      document.edit(text.replace("GERMANY", "US"));
      assertEquals(List.of("\"1,234.50\"", "\"1,234.50\""), shown(document));
      document.edit(text.replace("GERMANY", "FRANCE"));
      assertClean(document);
      document.edit(PRICE + "\n\n" + PRICE);
      assertEquals(List.of("\"1,234.50\"", "\"1,234.50\""), shown(document));
      LiveDocument.Run undone = document.edit(text);
      assertEquals(List.of(), undone.executed());
      assertEquals(List.of("\"1,234.50\"", "\"1.234,50\""), shown(document));
    }
  }

  @Test
  void who_changes_nothing_of_it_makes_nobody_run() throws Exception {
    try (LiveDocument document = new LiveDocument(JAVA)) {
      String text = "int a = 1;\n\nint b = 2;\n\nb + 1";
      document.open(text);
      LiveDocument.Run added = document.edit(text + "\n\nLocale.setDefault(Locale.GERMANY);");
      assertEquals(1, added.executed().size());
      assertEquals(1, document.edit(document.text().replace("a = 1", "a = 5")).executed().size());
    }
  }

  @Test
  void that_there_is_one_logger_more_makes_nobody_run() throws Exception {
    try (LiveDocument document = new LiveDocument(JAVA)) {
      String text =
          "Locale.setDefault(Locale.ROOT);\n\nint a = 1;\n\nint b = 2;\n\n"
              + "var log = java.util.logging.Logger.getLogger(\"one.more\");\n\nlog.getName()";
      document.open(text);
      assertEquals(1, document.edit(text.replace("a = 1", "a = 5")).executed().size());
      assertEquals(1, document.edit(text.replace("b = 2", "b = 5")).executed().size());
    }
  }

  @Test
  void nobody_waits_for_a_change_that_is_held() throws Exception {
    try (LiveDocument document = new LiveDocument(JAVA, EffectPolicy.HOLD)) {
      document.open("System.setProperty(\"my.key\", \"x\");\n\nSystem.getProperty(\"my.key\")");
      assertEquals(List.of("null"), shown(document));
      document.workspace().save(LiveDocument.URI);
      document.awaitEnd();
      assertEquals(List.of("null", "\"x\""), shown(document));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TimeZone.setDefault(TimeZone.getTimeZone(\"Asia/Tokyo\"));",
        "System.setProperty(\"my.key\", \"x\");",
        "System.getProperties().put(\"my.key\", \"x\");",
        "void set() { System.setProperty(\"my.key\", \"y\"); }\n\nset();",
        "class Setter { static int n; static { System.setProperty(\"my.key\", \"z\"); } }\n\nSetter.n",
        "Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println(\"caught\"));",
        "Locale.setDefault(Locale.Category.FORMAT, Locale.FRANCE);",
        "Thread.currentThread().setName(\"renamed\");",
        "java.util.logging.Logger.getLogger(\"a.b\").setLevel(java.util.logging.Level.FINE);",
        "var log = java.util.logging.Logger.getLogger(\"a\");\n\n"
            + "log.setLevel(java.util.logging.Level.ALL);\n\n"
            + "log.addHandler(new java.util.logging.ConsoleHandler());\n\n"
            + "java.util.logging.Logger.getLogger(\"a.b\").addHandler(log.getHandlers()[0]);",
      })
  void what_is_shown_is_what_a_clean_run_shows(String change) throws Exception {
    String show =
        "System.getProperty(\"my.key\") + TimeZone.getDefault().getID() + Locale.getDefault()"
            + " + (Thread.getDefaultUncaughtExceptionHandler() != null)"
            + " + java.time.ZoneId.systemDefault() + Thread.currentThread().getName()"
            + " + java.util.logging.Logger.getLogger(\"a.b\").getHandlers().length"
            + " + java.util.logging.Logger.getLogger(\"a.b\").isLoggable(java.util.logging.Level.FINE) + "
            + PRICE;
    String text = "int n = 1;\n\n" + show + "\n\n" + change + "\n\n" + show + "\n\nn + 1";
    try (LiveDocument document = new LiveDocument(JAVA)) {
      document.open(text);
      assertClean(document);
      document.edit(text.replaceFirst("my.key", "my.keys"));
      assertClean(document);
      document.edit(text.replace("n = 1", "n = 2"));
      assertClean(document);
      document.edit(text.replace(change, ""));
      assertClean(document);
      document.edit(change + "\n\n" + text);
      assertClean(document);
      document.edit("class Late { static int made = 0; }\n\n" + text + "\n\nLate.made++");
      assertClean(document);
      document.workspace().restart(LiveDocument.URI);
      document.awaitEnd();
      assertClean(document);
      document.edit(text);
      assertClean(document);
    }
  }
}
