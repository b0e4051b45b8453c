package dev.colight.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Compares the page's types with the records. Run with {@code -Dcolight.golden=write} to write them
 * anew.
 */
class TypeScriptTest {
  private static final Path FILE = Path.of("../server/page/src/protocol/protocol.ts");

  @Test
  void the_types_of_the_page_are_those_of_the_records() throws IOException {
    String expected = TypeScript.file();
    if ("write".equals(System.getProperty("colight.golden"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }
    assertEquals(expected, Files.readString(FILE));
  }
}
