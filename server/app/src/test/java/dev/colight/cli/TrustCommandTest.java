package dev.colight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.trust.Place;
import dev.colight.trust.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code colight trust} says and does. */
class TrustCommandTest {
  private Path root = Path.of("");
  private Path folder = Path.of("");
  private Path document = Path.of("");
  private TrustStore store = new TrustStore(Path.of("none"));

  @BeforeEach
  void make(@TempDir Path made) throws IOException {
    root = made.toRealPath();
    folder = Files.createDirectory(root.resolve("notes"));
    document = Files.writeString(root.resolve("a.jsh"), "1 + 1");
    store = new TrustStore(root.resolve("state").resolve("trust"));
  }

  /** A command's exit code, and below it what it printed. */
  private String trust(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of("trust"));
    line.addAll(List.of(args));
    int exit;
    try (PrintStream printed = new PrintStream(out, true, UTF_8)) {
      exit = new TrustCommand(store, printed).run((Arguments.Trust) Arguments.parse(line));
    }
    return (exit + "\n" + out.toString(UTF_8).replace(root.toString(), "ROOT")).strip();
  }

  private boolean trusts(Path path) {
    return store.read().cover(Place.of(path));
  }

  @Test
  void a_folder_is_trusted_with_all_that_is_in_it_until_it_is_removed() throws IOException {
    Path inside = Files.writeString(folder.resolve("b.jsh"), "1");
    assertEquals("0", trust("list"));
    assertEquals("0\ntrusted, with all that is in it: ROOT/notes", trust("add", folder.toString()));
    assertEquals("0\nfolder ROOT/notes", trust("list"));
    assertTrue(trusts(inside));
    assertFalse(trusts(document));
    assertEquals("0\nnot trusted any more: ROOT/notes", trust("remove", folder.toString()));
    assertEquals("0", trust("list"));
    assertFalse(trusts(inside));
  }

  @Test
  void a_document_is_trusted_alone() throws IOException {
    Path beside = Files.writeString(root.resolve("b.jsh"), "1");
    assertEquals("0\ntrusted: ROOT/a.jsh", trust("add", document.toString()));
    assertEquals("0\ndocument ROOT/a.jsh", trust("list"));
    assertTrue(trusts(document));
    assertFalse(trusts(beside));
    assertEquals("0\nnot trusted any more: ROOT/a.jsh", trust("remove", document.toString()));
    assertFalse(trusts(document));
  }

  @Test
  void removing_says_what_was_not_there_and_what_is_trusted_all_the_same() throws IOException {
    Path inside = Files.writeString(folder.resolve("b.jsh"), "1");
    trust("add", folder.toString());
    trust("add", inside.toString());
    assertEquals(
        "0\nnot trusted any more: ROOT/notes/b.jsh\n"
            + "a folder above it is trusted all the same; see 'colight trust list'",
        trust("remove", inside.toString()));
    assertEquals("1\nwas not in the list: ROOT/a.jsh", trust("remove", document.toString()));
    assertTrue(trusts(inside));
  }

  @Test
  void what_is_deleted_can_still_be_taken_back() throws IOException {
    trust("add", document.toString());
    Files.delete(document);
    assertEquals("0\nnot trusted any more: ROOT/a.jsh", trust("remove", document.toString()));
    assertEquals("0", trust("list"));
  }

  @Test
  void a_link_is_trusted_for_what_it_leads_to() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), folder);
    assertEquals("0\ntrusted, with all that is in it: ROOT/notes", trust("add", link.toString()));
    assertTrue(trusts(folder.resolve("b.jsh")));
  }

  @Test
  void what_is_not_there_is_refused_and_so_is_a_list_that_others_can_write() throws Exception {
    UsageException missing =
        assertThrows(UsageException.class, () -> trust("add", root.resolve("no").toString()));
    assertEquals(
        "no such file or directory: ROOT/no",
        String.valueOf(missing.getMessage()).replace(root.toString(), "ROOT"));
    assertThrows(UsageException.class, () -> trust("add"));
    assertThrows(UsageException.class, () -> trust("list", "x"));
    assertThrows(UsageException.class, () -> trust("revoke", "x"));
  }

  @Test
  void the_list_is_for_its_owner_alone() throws IOException {
    trust("add", folder.toString());
    assertEquals(
        "[OWNER_READ, OWNER_WRITE]",
        new TreeSet<>(Files.getPosixFilePermissions(store.file())).toString());
  }
}
