package dev.colight.display;

import static dev.colight.display.Display.button;
import static dev.colight.display.Display.checkbox;
import static dev.colight.display.Display.display;
import static dev.colight.display.Display.html;
import static dev.colight.display.Display.json;
import static dev.colight.display.Display.markdown;
import static dev.colight.display.Display.plot;
import static dev.colight.display.Display.progress;
import static dev.colight.display.Display.select;
import static dev.colight.display.Display.slider;
import static dev.colight.display.Display.table;
import static dev.colight.display.Display.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that shows things runs under plain {@code java}, and prints them. */
class PlainJavaTest {
  /** Run in a process of its own. */
  public static final class Program {
    private Program() {}

    /** A row of a table. */
    record Person(String name, int age) {}

    public static void main(String[] arguments) {
      List<Person> people = List.of(new Person("Ada", 36), new Person("Bob", 4));
      display(html("<p>one<br>two &amp; three</p><script>four</script>"));
      display(markdown("**bold**"));
      display(table(people));
      display(plot(people).bar(Person::name, Person::age).title("Ages"));
      display(json(Map.of("a", new int[] {1})));
      display(new int[][] {{1}, {2}});
      display(null).update("again");
      progress("work", 2).step();
      System.out.println(slider("n", 1, 10, 3) + slider("x", 0.0, 1.0, 0.5));
      System.out.println(select("city", List.of("Rome", "Oslo"), "Oslo"));
      System.out.println(checkbox("dark", true) + text("name", "Ada") + button("go"));
    }
  }

  @Test
  void all_is_printed_as_text() throws Exception {
    String classPath = home(Display.class) + File.pathSeparator + home(PlainJavaTest.class);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(
        """
        one
        two & three
        **bold**
        name  age
        Ada    36
        Bob     4
        plot "Ages": bar of y by x (2 rows)
        {"a":[1]}
        [[1], [2]]
        null
        again
        work: 0 of 2
        work: 1 of 2
        n: 3
        x: 0.5
        3.5
        city: Oslo
        Oslo
        dark: true
        name: Ada
        go: 0
        trueAda0
        """,
        printed.replace("\r\n", "\n"));
  }

  private static Path home(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
