package dev.colight.java.dependencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.graph.DirectiveProblem;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Requirements;
import dev.colight.java.directives.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository in a folder: nothing here uses a network. */
class LibrariesTest {
  private final Path folder;
  private final FileRepository repository;
  private Libraries libraries;
  private final List<String> progress = new ArrayList<>();

  LibrariesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    repository = new FileRepository(folder.resolve("repository"));
    repository.artifact("org.a:leaf:1.0").publish();
    repository.artifact("org.a:leaf:1.1").publish();
    repository.artifact("org.a:leaf:2.0").file("x", "2").publish();
    repository.artifact("org.a:leaf:2.10").publish();
    repository.artifact("org.b:tree:1").needs("org.a:leaf:1.0").publish();
    repository.artifact("org.c:alone:1").file("y", "1").publish();
    repository.artifact("org.d:bom:1").manages("org.a:leaf:1.1").publishBom();
    repository.artifact("org.e:broken:1").needs("org.e:missing:7").publish();
    libraries = new Libraries(places(folder));
  }

  private static MavenPlaces places(Path folder) throws IOException {
    Path settings = folder.resolve("settings.xml");
    Files.writeString(settings, "<settings/>");
    return new MavenPlaces(settings, folder.resolve("local"), folder.resolve("cache"));
  }

  private Requirements requirements(String... lines) {
    List<String> all = new ArrayList<>(List.of("//REPOS here=" + repository.url()));
    all.addAll(List.of(lines));
    return Requirements.of(new DirectiveReader(new Variables(name -> null)).read(all), folder);
  }

  /** Asks for a library of a host where nobody listens. */
  private Requirements away() {
    return Requirements.of(
        new DirectiveReader(new Variables(name -> null))
            .read(List.of("//REPOS away=http://localhost:1/m2", "//DEPS org.c:alone:1")),
        folder);
  }

  private Resolved find(String... lines) {
    return libraries.find(requirements(lines), watch(() -> false));
  }

  private Watch watch(BooleanSupplier cancelled) {
    return new Watch() {
      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }

      @Override
      public void progress(String message) {
        progress.add(message);
      }
    };
  }

  private static List<Library> found(Resolved resolved) {
    return assertInstanceOf(Resolved.Found.class, resolved).libraries();
  }

  private static String names(Resolved resolved) {
    return found(resolved).stream()
        .map(library -> library.path().getFileName().toString())
        .collect(Collectors.joining(" "));
  }

  private String problem(Resolved resolved, int directive, int word) {
    List<DirectiveProblem> problems = assertInstanceOf(Resolved.Failed.class, resolved).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(directive, problems.get(0).directive());
    assertEquals(word, problems.get(0).word());
    return problems.get(0).message().replace(repository.url(), "URL");
  }

  @Test
  void a_library_comes_with_what_it_needs_in_order() {
    assertEquals("tree-1.jar leaf-1.0.jar", names(find("//DEPS org.b:tree:1")));
    assertTrue(progress.contains("tree-1.jar"), progress.toString());
  }

  @Test
  void versions_are_settled_by_mavens_rules() {
    assertEquals("tree-1.jar leaf-2.0.jar", names(find("//DEPS org.b:tree:1 org.a:leaf:2.0")));
  }

  @Test
  void a_bom_says_which_version() {
    assertEquals("leaf-1.1.jar", names(find("//DEPS org.d:bom:1@pom", "//DEPS org.a:leaf")));
  }

  @Test
  void a_bom_governs_what_others_need() {
    assertEquals("tree-1.jar leaf-1.1.jar", names(find("//DEPS org.d:bom:1@pom org.b:tree:1")));
  }

  @Test
  void a_fat_jar_comes_alone() {
    assertEquals("tree-1.jar", names(find("//DEPS org.b:tree:1@fatjar")));
  }

  @Test
  void an_open_version_is_the_newest_that_fits() {
    assertEquals("leaf-1.1.jar", names(find("//DEPS 'org.a:leaf:[1,2)'")));
    assertEquals("leaf-2.10.jar", names(find("//DEPS org.a:leaf:1+")));
  }

  @Test
  void libraries_that_know_of_each_other_are_one_group() {
    List<Library> all = found(find("//DEPS org.b:tree:1 org.c:alone:1 org.a:leaf:2.0"));
    assertEquals("tree-1.jar alone-1.jar leaf-2.0.jar", names(new Resolved.Found(all)));
    assertEquals(all.get(0).island(), all.get(2).island());
    assertNotEquals(all.get(0).island(), all.get(1).island());
  }

  @Test
  void a_version_that_there_is_not_is_told_with_its_neighbours() {
    assertEquals(
        "there is no version 1.5 of org.a:leaf; there is 1.1, 2.0, 2.10",
        problem(find("//DEPS org.c:alone:1 org.a:leaf:1.5"), 1, 1));
  }

  @Test
  void a_range_that_holds_nothing_is_told_so() {
    assertEquals(
        "there is no version [3,4) of org.a:leaf; there is 2.10",
        problem(find("//DEPS 'org.a:leaf:[3,4)'"), 1, 0));
  }

  @Test
  void a_library_that_there_is_not_is_told() {
    assertEquals(
        "there is no org.nowhere:x in here (URL)", problem(find("//DEPS org.nowhere:x:1"), 1, 0));
  }

  @Test
  void what_a_library_needs_in_vain_is_told_at_the_library() {
    assertEquals(
        "there is no org.e:missing:7 in here (URL); org.e:broken:1 needs it",
        problem(find("//DEPS org.c:alone:1", "//DEPS org.e:broken:1"), 2, 0));
  }

  @Test
  void a_wrong_checksum_is_told() throws IOException {
    Files.writeString(repository.file("org.c:alone:1", "jar.sha1"), "0".repeat(40));
    String message = problem(find("//DEPS org.c:alone:1"), 1, 0);
    assertTrue(
        message.startsWith("what here (URL) gives for org.c:alone:1 has a wrong checksum: "),
        message);
  }

  @Test
  void what_is_on_this_machine_is_found_when_the_repository_is_gone() throws IOException {
    names(find("//DEPS org.b:tree:1"));
    names(find("//DEPS org.c:alone:1"));
    hide();
    progress.clear();
    assertEquals(
        "tree-1.jar leaf-1.0.jar alone-1.jar", names(find("//DEPS org.b:tree:1 org.c:alone:1")));
    assertEquals(List.of(), progress);
  }

  @Test
  void what_is_here_in_part_comes_with_all_that_it_needs() throws IOException {
    repository.artifact("org.f:top:1").needs("org.b:tree:1").publish();
    names(find("//DEPS org.f:top:1@fatjar"));
    assertEquals("top-1.jar tree-1.jar leaf-1.0.jar", names(find("//DEPS org.f:top:1")));
  }

  @Test
  void offline_says_so() throws IOException {
    Files.writeString(
        folder.resolve("offline.xml"), "<settings><offline>true</offline></settings>");
    libraries =
        new Libraries(
            new MavenPlaces(
                folder.resolve("offline.xml"), folder.resolve("local"), folder.resolve("cache")));
    assertEquals(
        "org.c:alone:1 is not on this machine, and Maven's settings say to work offline",
        problem(libraries.find(away(), watch(() -> false)), 1, 0));
  }

  @Test
  void a_host_that_cannot_be_reached_is_told() {
    assertEquals(
        "org.c:alone:1 is not on this machine, and away (http://localhost:1/m2) cannot be reached",
        problem(libraries.find(away(), watch(() -> false)), 1, 0));
  }

  @Test
  void a_mirror_of_the_users_settings_takes_the_place_of_a_repository() throws IOException {
    Path settings = folder.resolve("mirror.xml");
    Files.writeString(
        settings,
        "<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>"
            + repository.url()
            + "</url></mirror></mirrors></settings>");
    libraries =
        new Libraries(new MavenPlaces(settings, folder.resolve("local"), folder.resolve("cache")));
    Requirements central =
        Requirements.of(
            new DirectiveReader(new Variables(name -> null)).read(List.of("//DEPS org.c:alone:1")),
            folder);
    assertEquals("alone-1.jar", names(libraries.find(central, watch(() -> false))));
  }

  @Test
  void what_was_resolved_is_read_from_the_cache_as_long_as_the_jars_are_the_same()
      throws IOException {
    List<Library> first = found(find("//DEPS org.b:tree:1"));
    hide();
    deletePoms();
    assertEquals(first, found(find("//DEPS org.b:tree:1")), "from the cache alone");
    Files.writeString(first.get(0).path(), "something else");
    assertInstanceOf(Resolved.Failed.class, find("//DEPS org.b:tree:1"));
  }

  @Test
  void an_open_version_is_looked_up_anew_after_a_day() throws IOException {
    assertEquals("leaf-2.10.jar", names(find("//DEPS org.a:leaf:1+")));
    try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
      for (Path entry : entries.toList()) {
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
      }
    }
    progress.clear();
    names(find("//DEPS org.a:leaf:1+"));
    assertTrue(progress.contains("looking for org.a:leaf:[1,)"), progress.toString());
  }

  @Test
  void nothing_is_fetched_once_nobody_wants_it() {
    boolean[] cancelled = new boolean[1];
    Resolved resolved =
        libraries.find(
            requirements("//DEPS org.b:tree:1"),
            new Watch() {
              @Override
              public boolean cancelled() {
                return cancelled[0];
              }

              @Override
              public void progress(String message) {
                progress.add(message);
                cancelled[0] = message.equals("tree-1.jar");
              }
            });
    assertInstanceOf(Resolved.Failed.class, resolved);
    assertTrue(!progress.contains("leaf-1.0.jar"), progress.toString());
  }

  private void hide() throws IOException {
    Files.move(folder.resolve("repository"), folder.resolve("gone"));
  }

  private void deletePoms() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("local"))) {
      for (Path pom : files.filter(p -> p.toString().endsWith(".pom")).toList()) {
        Files.delete(pom);
      }
    }
  }
}
