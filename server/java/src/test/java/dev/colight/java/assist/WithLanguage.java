package dev.colight.java.assist;

import dev.colight.java.JavaLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share one language, which takes long to start. */
abstract class WithLanguage {
  @SuppressWarnings("NullAway.Init") // set before all tests
  static JavaLanguage language;

  @BeforeAll
  static void open() {
    language = new JavaLanguage(JavaLanguage.Options.defaults());
  }

  @AfterAll
  static void close() {
    language.close();
  }
}
