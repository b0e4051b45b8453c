package dev.colight.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents a grant covers, by whatever name they are opened. */
class PlaceTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path root;

  private Path mine;
  private Path theirs;
  private Grants grants = Grants.NONE;

  PlaceTest() {
    mine = Path.of("");
    theirs = mine;
  }

  @BeforeEach
  void two_folders_one_of_them_trusted() throws IOException {
    mine = Files.createDirectory(root.resolve("mine"));
    theirs = Files.createDirectory(root.resolve("theirs"));
    Files.writeString(mine.resolve("a.jsh"), "1");
    Files.writeString(theirs.resolve("b.jsh"), "2");
    grants = Grants.NONE.withFolder(mine);
  }

  private boolean trusted(Path document) {
    return grants.cover(Place.of(document.toUri().toString()).orElseThrow());
  }

  private boolean trusted(String uri) {
    return Place.of(uri).map(grants::cover).orElse(false);
  }

  @Test
  void a_folder_covers_what_is_in_it_at_any_depth_there_or_not() {
    assertTrue(trusted(mine.resolve("a.jsh")));
    assertTrue(trusted(mine.resolve("deep/down/new.jsh")));
    assertFalse(trusted(theirs.resolve("b.jsh")));
    assertFalse(trusted(root.resolve("mine.jsh")), "whose name only begins like the folder's");
    assertFalse(trusted(root.resolve("mine2/a.jsh")));
  }

  @Test
  void dots_lead_nowhere_else() {
    String base = mine.toUri().toString().replaceAll("/$", "");
    assertFalse(trusted(base + "/../theirs/b.jsh"));
    assertFalse(trusted(base + "/%2e%2e/theirs/b.jsh"));
    assertFalse(trusted(base + "/not-there/../../theirs/b.jsh"));
    assertTrue(trusted(base + "/../mine/./a.jsh"));
  }

  @Test
  void a_link_out_of_a_trusted_folder_is_not_trusted() throws IOException {
    Files.createSymbolicLink(mine.resolve("link.jsh"), theirs.resolve("b.jsh"));
    Files.createSymbolicLink(mine.resolve("folder"), theirs);
    assertFalse(trusted(mine.resolve("link.jsh")));
    assertFalse(trusted(mine.resolve("folder/b.jsh")));
    assertFalse(trusted(mine.resolve("folder/new.jsh")));
  }

  @Test
  void a_link_to_a_trusted_document_from_where_its_neighbours_are_not_is_not_trusted()
      throws IOException {
    Files.createSymbolicLink(theirs.resolve("link.jsh"), mine.resolve("a.jsh"));
    assertFalse(trusted(theirs.resolve("link.jsh")), "its sources would be those beside the link");
  }

  @Test
  void a_trusted_folder_may_be_reached_by_a_link() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), mine);
    assertTrue(trusted(link.resolve("a.jsh")));
    assertTrue(Grants.NONE.withFolder(link).cover(Place.of(mine.resolve("a.jsh"))));
  }

  @Test
  void a_trusted_link_that_leads_elsewhere_by_now_covers_nothing_new() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), mine);
    grants = Grants.NONE.withFolder(link);
    Files.delete(link);
    Files.createSymbolicLink(link, theirs);
    assertFalse(trusted(link.resolve("b.jsh")));
  }

  @Test
  void a_folder_that_is_moved_is_not_trusted_at_its_new_place() throws IOException {
    Path moved = Files.move(mine, root.resolve("moved"));
    assertFalse(trusted(moved.resolve("a.jsh")));
  }

  @Test
  void a_document_is_trusted_alone_and_under_its_own_name() throws IOException {
    grants = Grants.NONE.withDocument(Place.of(theirs.resolve("b.jsh")));
    assertTrue(trusted(theirs.resolve("b.jsh")));
    assertFalse(trusted(Files.copy(theirs.resolve("b.jsh"), theirs.resolve("c.jsh"))));
    assertFalse(trusted(mine.resolve("a.jsh")));
  }

  @Test
  void what_is_taken_back_is_not_covered_any_more() {
    Place document = Place.of(mine.resolve("a.jsh"));
    assertFalse(grants.without(mine).cover(document));
    assertFalse(grants.withDocument(document).withoutCover(document).cover(document));
    assertEquals(Grants.NONE, grants.withoutCover(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "untitled:/home/me/new.jsh",
        "file://",
        "file:///",
      })
  void what_is_in_no_file_is_the_users_own(String uri) {
    assertTrue(Place.isUnsaved(uri));
    assertEquals(Optional.empty(), Place.of(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git:/home/me/a.jsh",
        "vscode-vfs://github/me/a.jsh",
        "jar:file:/home/me/a.jar!/a.jsh",
        "https://example.org/a.jsh",
        "file://server/share/a.jsh",
        "untitled",
        "nonsense of no form",
      })
  void what_is_elsewhere_is_neither_the_users_own_nor_in_a_folder(String uri) {
    assertFalse(Place.isUnsaved(uri));
    assertEquals(Optional.empty(), Place.of(uri));
  }
}
