package dev.colight.java.directives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.graph.Directive;
import dev.colight.graph.Directive.Word;
import dev.colight.graph.DirectiveProblem;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of JBang's own tests and documentation, and what people type on the way there. */
class DirectiveReaderTest {
  private static final Map<String, String> VALUES =
      Map.of("version", "1.2.3", "env.HOME", "/home/me", "two", "a:b:1 c:d:2");

  private static final Path FOLDER = Path.of("/work").toAbsolutePath();

  private static List<Directive> read(String text) {
    return new DirectiveReader(new Variables(VALUES::get)).read(Arrays.asList(text.split("~", -1)));
  }

  private static String words(Directive directive) {
    return directive.name()
        + directive.words().stream().map(w -> " [" + w.text() + "]").collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        // one or several, between spaces, commas, semicolons, tabs
        "//DEPS a:b:1                               | DEPS [a:b:1]",
        "//DEPS foo:bar, abc:DEF:123, something     | DEPS [foo:bar] [abc:DEF:123] [something]",
        "//DEPS a:b:1;c:d:2@pom e:f:3:linux@zip     | DEPS [a:b:1] [c:d:2@pom] [e:f:3:linux@zip]",
        "//DEPS   a:b:1   ,   c:d:2                 | DEPS [a:b:1] [c:d:2]",
        // quotes
        "//DEPS a:b:1, 'c:d:[1.2,1.3)', 'some thing'| DEPS [a:b:1] [c:d:[1.2,1.3)] [some thing]",
        "//DEPS \"a:b:(,2]\"                        | DEPS [a:b:(,2]]",
        // remarks
        "//DEPS a:b:1 // for JSON                   | DEPS [a:b:1]",
        "//REPOS x=http://h/p // mine               | REPOS [x=http://h/p]",
        "//DEPS                                     | DEPS",
        "//PREVIEW                                  | PREVIEW",
        "//PREVIEW // yes                           | PREVIEW [//] [yes]",
        // options are separated by spaces alone
        "//JAVA_OPTIONS -Da=1,2 '-Db=c d'           | JAVA_OPTIONS [-Da=1,2] [-Db=c d]",
        "//JAVA 17+                                 | JAVA [17+]",
        "//KOTLIN:DEPS a:b:1                        | KOTLIN:DEPS [a:b:1]",
        // variables
        "//DEPS a:b:${version}                      | DEPS [a:b:1.2.3]",
        "//DEPS a:b:${none:2}                       | DEPS [a:b:2]",
        "//DEPS a:b:${none,version}                 | DEPS [a:b:1.2.3]",
        "//DEPS a:b:${none}                         | DEPS [a:b:${none}]",
        "//DEPS ${two}                              | DEPS [a:b:1] [c:d:2]",
        "//REPOS l=file://${env.HOME}/m2            | REPOS [l=file:///home/me/m2]",
        "//DEPS a:b:$$1 a:b:${version               | DEPS [a:b:$1] [a:b:${version]",
        // none
        "// DEPS a:b:1                              |",
        "//deps a:b:1                               |",
        "//DEPS: a:b:1                              |",
        "///usr/bin/env jbang                       |",
        "int a; //DEPS a:b:1                        |",
        "##                                         |",
        "//                                         |",
      })
  void a_line_is_read_as_jbang_reads_it(String line, String expected) {
    List<Directive> found = read(Objects.requireNonNullElse(line, ""));
    assertEquals(
        Objects.requireNonNullElse(expected, ""),
        found.stream().map(DirectiveReaderTest::words).collect(Collectors.joining("~")));
  }

  @Test
  void an_indented_line_is_none() {
    assertEquals(List.of(), read("  //DEPS a:b:1"));
  }

  @Test
  void directives_count_wherever_their_line_stands() {
    String text = "int a = 1;~//DEPS a:b:1~String s = \"\"\"~//DEPS c:d:2~\"\"\";~/*~//JAVA 17~*/";
    assertEquals(
        List.of("DEPS [a:b:1]", "DEPS [c:d:2]", "JAVA [17]"),
        read(text).stream().map(DirectiveReaderTest::words).toList());
  }

  @Test
  void a_word_knows_where_it_stands() {
    Directive directive = read("int a;~//DEPS a:b:1, c:${none:dd}:2 // remark").get(0);
    assertEquals(Range.of(1, 0, 1, 28), directive.range());
    assertEquals(
        List.of(
            new Word("a:b:1", Range.of(1, 7, 1, 12)), new Word("c:dd:2", Range.of(1, 14, 1, 28))),
        directive.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b:c-d_e:1.2            | a.b:c-d_e:1.2",
        "a:b                      | a:b",
        "a:b:1:linux              | a:b:1:linux",
        "a:b:1:linux@zip          | a:b:1:linux@zip",
        "a:b:1@pom                | a:b:1@pom",
        "a:b:1@fatjar             | a:b:1@fatjar",
        "a:b:1.2+                 | a:b:[1.2,)",
        "a:b:[1,2)                | a:b:[1,2)",
        "https://github.com/jbangdev/jbang                    | com.github.jbangdev:jbang:main-SNAPSHOT",
        "https://github.com/jbangdev/jbang/tree/v1.2.3        | com.github.jbangdev:jbang:v1.2.3",
        "https://github.com/a/b/tree/master                   | com.github.a:b:master-SNAPSHOT",
        "https://github.com/a/b/commit/90ae6ec0cc8eb4d4b1a5e0b6ac2e6ea3d1cc1ffd | com.github.a:b:90ae6ec0cc",
        "https://gitlab.com/a/b/-/tree/v1                     | com.gitlab.a:b:v1",
        "https://bitbucket.org/a/b                            | org.bitbucket.a:b:main-SNAPSHOT",
        "https://github.com/a/b/tree/v1#mod                   | com.github.a.b:mod:v1",
      })
  void a_coordinate_is_read_as_jbang_reads_it(String text, String expected) {
    assertEquals(expected, String.valueOf(Coordinate.parse(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "com.google.gu",
    "a",
    "a:",
    ":b:1",
    "a:b:1:c:d:e@",
    "some thing",
    "./x.java",
    "a b:c:1"
  })
  void what_is_half_typed_is_no_coordinate(String text) {
    Coordinate coordinate = Coordinate.parse(text);
    if (text.equals("a:b:1:c:d:e@")) {
      // JBang takes anything for a classifier
      assertEquals("c:d:e", Objects.requireNonNull(coordinate).classifier());
    } else {
      assertNull(coordinate);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mavencentral            | mavencentral=https://repo1.maven.org/maven2/",
        "MavenCentral            | mavencentral=https://repo1.maven.org/maven2/",
        "google                  | google=https://maven.google.com/",
        "jitpack                 | jitpack=https://jitpack.io/",
        "acme=https://m.acme.org | acme=https://m.acme.org",
        "my=jitpack              | my=https://jitpack.io/",
        "https://m.acme.org/X    | https://m.acme.org/x=https://m.acme.org/X",
        "xyz=file://~test        | xyz=file://~test",
        "nowhere                 |",
        "a=                      |",
        "a=b=c                   |",
      })
  void a_repository_is_an_alias_or_an_address(String text, String expected) {
    Repository repository = Repository.parse(text, FOLDER);
    assertEquals(expected, repository == null ? null : repository.id() + "=" + repository.url());
  }

  @Test
  void a_relative_repository_starts_from_the_documents_folder() {
    assertEquals(
        FOLDER.resolve("m2").toUri().toString(),
        Objects.requireNonNull(Repository.parse("./m2", FOLDER)).url());
  }

  @Test
  void requirements_take_in_all_directives() {
    Requirements all =
        Requirements.of(
            read(
                "//DEPS a:b:1 c:d:2@pom~//JAVA 11+~//DEPS a:b:1 e:f~//REPOS google"
                    + "~//JAVA 17~//JAVA_OPTIONS -Xmx64m~//RUNTIME_OPTIONS -Da=b~//PREVIEW"),
            FOLDER);
    assertEquals(List.of(), all.problems());
    assertEquals(
        "[a:b:1, c:d:2@pom, e:f]",
        all.dependencies().stream().map(Requirements.Wanted::coordinate).toList().toString());
    assertEquals(new Requirements.Version(17, false, 4), all.javaVersion());
    assertEquals(List.of("-Xmx64m", "-Da=b"), all.javaOptions());
    assertEquals(true, all.preview());
    assertEquals("google", all.repositories().get(0).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//DEPS a:b:1 com.google.gu | 1 | `com.google.gu` is not group:artifact:version",
        "//DEPS a:b                 | 0 | `a:b` has no version, and no BOM above says which",
        "//DEPS a:b:${none}         | 0 | there is no property or variable for ${none}",
        "//REPOS nowhere            | 0 | `nowhere` is neither an address nor a known repository",
        "//JAVA newest              | -1 | 'a version of Java is a number, such as 17 or 17+'",
        "//REPOS a=jitpack a=google | 1 | the repository a is https://jitpack.io/ already",
      })
  void what_is_wrong_is_said_at_the_word(String text, int word, String message) {
    assertEquals(
        List.of(DirectiveProblem.error(0, word, message)),
        Requirements.of(read(text), FOLDER).problems());
  }

  @Test
  void a_page_of_a_source_host_brings_its_repository_with_it() {
    assertEquals(
        List.of(Repository.CENTRAL, Repository.JITPACK),
        Requirements.of(read("//DEPS https://github.com/a/b"), FOLDER).repositories());
  }
}
