package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What user code prints arrives as with the JDK's own stream, whatever happened before. */
class TextStreamTest {
  private static final int OVERFLOWS = 200;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TextStream stream = new TextStream(bytes);

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void everything(PrintStream out) {
    Object missing = null;
    out.print(true);
    out.print('c');
    out.print(1);
    out.print(2L);
    out.print(1.5f);
    out.print(2.5);
    out.print(new char[] {'x', 'y'});
    out.print("text");
    out.print((String) null);
    out.print(missing);
    out.print(List.of(1, 2));
    out.println();
    out.println(false);
    out.println('é');
    out.println(-1);
    out.println(Long.MIN_VALUE);
    out.println(Float.NaN);
    out.println(1e300);
    out.println(new char[] {'z'});
    out.println("日本");
    out.println((String) null);
    out.println(missing);
    out.println(List.of());
    out.printf("%5.2f|%s%n", 3.14159, "π").format(Locale.GERMANY, "%,d", 1_234_567);
    out.append('!').append("more").append("abcdef", 1, 3).append(null);
    out.write('\n');
    out.write(new byte[] {65, 66, 67}, 1, 2);
    out.writeBytes(new byte[] {68});
    "an emoji, half by half: 🎉".chars().forEach(c -> out.print((char) c));
    out.println();
  }

  private static String printed(Consumer<PrintStream> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.accept(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void prints_what_the_stream_of_the_JDK_prints() {
    everything(stream);
    assertEquals(printed(TextStreamTest::everything), text());
  }

  @Test
  void goes_on_after_it_was_closed() {
    stream.close();
    stream.print("still there");
    assertEquals("still there", text());
  }

  @Test
  void has_nothing_left_of_a_line_that_an_endless_recursion_could_not_print() {
    for (int i = 0; i < OVERFLOWS; i++) {
      try {
        recurse(stream, i);
      } catch (StackOverflowError e) {
        bytes.reset();
      }
      stream.restart();
      stream.print("next");
      assertEquals("next", text());
    }
  }

  @Test
  void forgets_half_a_character_when_the_next_run_begins() {
    stream.print("🎉".charAt(0));
    stream.restart();
    stream.print("x");
    assertEquals("x", text());
  }

  /** Each number comes to the end of the stack at another place. */
  private static int recurse(PrintStream out, int number) {
    out.println("a line of a recursion");
    return number % 7 == 0 ? recurse(out, number) : 1 + deeper(out, number, 1L, 2L);
  }

  private static int deeper(PrintStream out, int number, long one, long two) {
    return recurse(out, number) + (int) (one + two);
  }
}
