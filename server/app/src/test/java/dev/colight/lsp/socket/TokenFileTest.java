package dev.colight.lsp.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  @Test
  void a_new_token_is_for_the_user_alone_and_stays() throws Exception {
    Path file = folder.resolve("token");
    String token = TokenFile.token(file);
    assertEquals(43, token.length());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(token, TokenFile.token(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "two lines of text\nare one too many", "\n\n"})
  void a_file_without_a_good_token_is_refused(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThrows(IOException.class, () -> TokenFile.token(file));
  }

  @Test
  void a_token_that_others_can_read_is_refused() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "x".repeat(40));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    IOException refused = assertThrows(IOException.class, () -> TokenFile.token(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"), refused.getMessage());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertEquals("x".repeat(40), TokenFile.token(file));
  }
}
