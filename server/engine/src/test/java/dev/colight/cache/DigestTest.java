package dev.colight.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DigestTest {
  @Test
  void it_is_sha_256() {
    Digest digest = Digest.builder().build();
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", digest.toString());
  }

  @Test
  void parts_do_not_run_together() {
    assertNotEquals(
        Digest.builder().add("ab").add("c").build(), Digest.builder().add("a").add("bc").build());
  }
}
