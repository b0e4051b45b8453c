package dev.colight.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user trusts for good, in a file. */
class TrustStoreTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path root;

  private Path file() {
    return root.resolve("state/colight/trust");
  }

  private TrustStore store() {
    return new TrustStore(file());
  }

  @Test
  void a_store_that_is_not_there_trusts_nothing_and_is_not_made_by_reading() {
    assertEquals(Grants.NONE, store().read());
    assertFalse(Files.exists(root.resolve("state")));
  }

  @Test
  void what_one_server_grants_another_reads_whatever_its_name() throws IOException {
    Path odd = Files.createDirectory(root.resolve("a folder\nwith an öddity %41"));
    TrustStore other = store();
    assertEquals(Grants.NONE, other.read());
    store().change(grants -> grants.withFolder(odd));
    assertTrue(other.read().cover(Place.of(odd.resolve("a.jsh"))));
    store().change(grants -> grants.without(odd));
    assertEquals(Grants.NONE, other.read());
  }

  @Test
  void nobody_else_can_read_or_write_it() throws IOException {
    store().change(grants -> grants.withFolder(root));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
    try (var files = Files.list(file().getParent())) {
      for (Path each : files.toList()) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
            each.toString());
      }
    }
  }

  @Test
  void what_others_may_write_to_counts_for_nothing() throws IOException {
    store().change(grants -> grants.withFolder(root));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw--w----"));
    assertEquals(Grants.NONE, store().read());
  }

  @Test
  void nonsense_in_it_trusts_nothing() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(
        file(),
        "folder\nfolder ../..\nfolder http://x/\ndocument \u0000\n\nfolder file:relative\n/\n"
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(Grants.NONE, store().read());
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(Grants.NONE, store().read());
  }

  @Test
  void servers_that_change_it_at_once_do_not_undo_each_others_grants() {
    int servers = 4;
    int folders = 10;
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      Path own = root.resolve("s" + i);
      all.add(
          CompletableFuture.runAsync(
              () -> {
                TrustStore store = store();
                for (int k = 0; k < folders; k++) {
                  Path folder = own.resolve("f" + k);
                  try {
                    store.change(grants -> grants.withFolder(folder));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    assertEquals(servers * folders, store().read().folders().size());
  }

  @Test
  void it_is_where_the_system_keeps_state() {
    assertEquals(
        Path.of("/state/colight"),
        TrustStore.stateFolder(Map.of("XDG_STATE_HOME", "/state"), "/me"));
    assertEquals(
        Path.of("/me/.local/state/colight"),
        TrustStore.stateFolder(Map.of("XDG_STATE_HOME", "here"), "/me"),
        "a relative one would be another in each folder");
    assertEquals(Path.of("/me/.local/state/colight"), TrustStore.stateFolder(Map.of(), "/me"));
  }
}
