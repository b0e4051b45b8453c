package dev.colight.java.directives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document takes in is what JBang would. */
class InclusionsTest {
  private final DirectiveReader reader = new DirectiveReader(new Variables(name -> null));
  private Path folder;

  @BeforeEach
  void writeFiles(@TempDir Path temporary) throws IOException {
    folder = temporary;
    write("Doc.java", "class Doc {}");
    write("A.java", "class A {}");
    write("lib/B.java", "//SOURCES deep/C.java ../A.java\n//DEPS g:b:1\nclass B {}");
    write("lib/deep/C.java", "//FILES c.txt\n//SOURCES ../B.java\nclass C {}");
    write("lib/deep/c.txt", "c");
    write("lib/notes.md", "no source");
    write("res/one.txt", "1");
    write("res/more/two.txt", "2");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static @Nullable String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private Inclusions of(String... lines) {
    return Inclusions.of(
        reader.read(List.of(lines)), folder.resolve("Doc.java"), InclusionsTest::text, reader);
  }

  private String sources(String... lines) {
    List<String> names =
        of(lines).sources().stream()
            .map(source -> folder.relativize(source.file()).toString().replace('\\', '/'))
            .toList();
    return String.join(" ", names);
  }

  private String resources(String... lines) {
    List<String> names =
        of(lines).resources().stream()
            .map(
                r -> {
                  Path name = Objects.requireNonNull(r.file().getFileName());
                  return r.name() + "<" + name;
                })
            .toList();
    return String.join(" ", names);
  }

  private String problems(String... lines) {
    List<String> all =
        of(lines).problems().stream()
            .map(p -> p.directive() + "/" + p.word() + " " + p.message())
            .toList();
    return String.join("\n", all);
  }

  @Test
  void sources_take_in_others_from_where_they_are() {
    assertEquals("lib/B.java lib/deep/C.java A.java", sources("//SOURCES lib/B.java"));
    assertEquals("A.java lib/B.java lib/deep/C.java", sources("//SOURCES A.java, lib/B.java"));
  }

  @Test
  void stars_stay_in_a_folder_and_two_of_them_go_below_it() {
    assertEquals("A.java", sources("//SOURCES *.java"));
    assertEquals("lib/deep/C.java lib/B.java A.java", sources("//SOURCES lib/deep/?.java"));
    assertEquals("lib/B.java lib/deep/C.java A.java", sources("//SOURCES lib/**.java"));
  }

  @Test
  void a_folder_means_all_that_is_in_it_of_which_the_sources_count() {
    assertEquals("lib/B.java lib/deep/C.java A.java", sources("//SOURCES lib"));
    assertEquals("", problems("//SOURCES lib"));
  }

  @Test
  void a_document_does_not_take_in_itself() {
    assertEquals("A.java", sources("//SOURCES Doc.java A.java"));
  }

  @Test
  void a_resource_has_its_own_name_or_the_one_before_the_equals_sign() {
    assertEquals("one.txt<one.txt", resources("//FILES res/one.txt"));
    assertEquals("META-INF/x.txt<one.txt", resources("//FILES META-INF/x.txt=res/one.txt"));
    assertEquals("META-INF/one.txt<one.txt", resources("//FILES META-INF/=res/one.txt"));
  }

  @Test
  void resources_of_a_folder_or_a_pattern_keep_their_places_in_it() {
    assertEquals("more/two.txt<two.txt one.txt<one.txt", resources("//FILES res"));
    assertEquals("more/two.txt<two.txt one.txt<one.txt", resources("//FILES res/**.txt"));
    assertEquals("web/more/two.txt<two.txt web/one.txt<one.txt", resources("//FILES web=res/**"));
  }

  @Test
  void resources_of_sources_count_too() {
    assertEquals("c.txt<c.txt", resources("//SOURCES lib/B.java"));
  }

  @Test
  void what_is_missing_is_told_at_its_word() throws IOException {
    assertEquals("0/1 there is no file `none.java`", problems("//SOURCES A.java none.java"));
    assertEquals("1/0 there is no file `none.txt`", problems("//DEPS a:b:1", "//FILES none.txt"));
    assertEquals("0/0 there is no file `no/**`", problems("//SOURCES no/**"));
    write("lib/deep/C.java", "//SOURCES gone.java");
    assertEquals("0/0 C.java: there is no file `gone.java`", problems("//SOURCES lib/B.java"));
  }

  @Test
  void what_cannot_be_taken_in_is_told() {
    assertEquals("0/0 `notes.md` is no Java source", problems("//SOURCES lib/notes.md"));
    assertEquals(
        "0/0 `https://a.b/C.java` is not on this machine: only files are taken in",
        problems("//SOURCES https://a.b/C.java"));
    assertEquals("0/0 `../x` is outside of the class path", problems("//FILES ../x=res/one.txt"));
  }
}
