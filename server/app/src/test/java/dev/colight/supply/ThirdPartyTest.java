package dev.colight.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * THIRD-PARTY.md names all that is bundled with the server and the page, and under what licence. To
 * write it anew: {@code mvn test -pl server/app -am -Dtest=ThirdPartyTest -Dcolight.golden=write}.
 */
class ThirdPartyTest {
  private static final Path LIST = Path.of("../../THIRD-PARTY.md");

  /** Written by the build: what the server is started with. */
  private static final Path RUNTIME = Path.of("target/runtime.txt");

  private static final String PACKAGE = "== ";
  private static final String MODULES = "node_modules/";

  private static final String HEAD =
      """
      # Third parties

      What is bundled with Colight Live, in the server's jars, in the page that is in one of them, and in the extension for VS Code; a test keeps this list true. Jars are bundled as they were published, with their licences and notices in them. The licences of the packages in the page are in `third-party.txt` beside it, and those of the extension's in the file of that name beside this one there.
      """;

  private static List<String> jars() throws Exception {
    List<String> rows = new ArrayList<>();
    String[] entries = Files.readString(RUNTIME).strip().split(File.pathSeparator);
    for (String entry : entries) {
      Path jar = Path.of(entry);
      Path pom = Path.of(entry.replaceAll("\\.jar$", ".pom"));
      if (Files.isRegularFile(pom) && !entry.contains("/dev/colight/")) {
        Element project = parse(pom);
        String artifact = Objects.requireNonNull(child(project, "artifactId"));
        String version = jar.getName(jar.getNameCount() - 2).toString();
        rows.add("| " + artifact + " | " + version + " | " + licence(jar, pom) + " |");
      }
    }
    return List.copyOf(new TreeSet<>(rows));
  }

  /** Returns what a library, or else its parent, says of its licence. */
  private static String licence(Path jar, Path pom) throws Exception {
    Element project = parse(pom);
    Element licenses = element(project, "licenses");
    if (licenses != null) {
      List<String> names = new ArrayList<>();
      for (Node node = licenses.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element license) {
          names.add(Objects.requireNonNull(child(license, "name")).replaceAll("\\s+", " "));
        }
      }
      return String.join(", or ", names);
    }
    Element parent =
        Objects.requireNonNull(element(project, "parent"), pom + " says nothing of its licence");
    String group = Objects.requireNonNull(child(parent, "groupId"));
    String artifact = Objects.requireNonNull(child(parent, "artifactId"));
    String version = Objects.requireNonNull(child(parent, "version"));
    return licence(
        jar,
        repository(jar)
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom"));
  }

  private static Path repository(Path jar) {
    Path at = jar;
    while (!at.endsWith("repository")) {
      at = Objects.requireNonNull(at.getParent(), "no repository above " + jar);
    }
    return at;
  }

  private static Element parse(Path pom) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static @Nullable Element element(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element found && found.getTagName().equals(name)) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String child(Element parent, String name) {
    Element found = element(parent, name);
    return found == null ? null : found.getTextContent().strip();
  }

  /** Returns the packages of which the page has code, as its own build found out. */
  private static List<String> packages() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ThirdPartyTest.class.getResourceAsStream("/dev/colight/page/third-party.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(PACKAGE))
          .map(line -> line.substring(PACKAGE.length()))
          .map(line -> "| " + line.replaceAll("(\\S+) (\\S+) \\((.*)\\)", "$1 | $2 | $3") + " |")
          .toList();
    }
  }

  private static String table(String title, List<String> rows) {
    return "\n## "
        + title
        + "\n\n| | version | licence |\n| --- | --- | --- |\n"
        + String.join("\n", rows)
        + "\n";
  }

  @Test
  void all_that_is_bundled_is_in_the_list_with_its_licence() throws Exception {
    List<String> jars = jars();
    List<String> packages = packages();
    assertTrue(jars.size() > 20, jars.toString());
    assertTrue(packages.size() > 20, packages.toString());
    String all =
        HEAD
            + table("Jars", jars)
            + table("In the page, and in the extension's view", packages)
            + table("In the extension", extension());
    if ("write".equals(System.getProperty("colight.golden"))) {
      Files.writeString(LIST, all);
    }
    assertEquals(Files.readString(LIST), all);
  }

  /** Returns the package that the extension is built on, and those that it needs, as locked. */
  private static List<String> extension() throws IOException {
    var lock =
        JsonParser.parseString(Files.readString(Path.of("../../vscode-client/package-lock.json")))
            .getAsJsonObject()
            .getAsJsonObject("packages");
    TreeSet<String> reached = new TreeSet<>();
    reach("", "vscode-languageclient", lock, reached);
    return reached.stream()
        .map(
            path -> {
              var entry = lock.getAsJsonObject(path);
              return "| %s | %s | %s |"
                  .formatted(
                      path.substring(path.lastIndexOf(MODULES) + MODULES.length()),
                      entry.get("version").getAsString(),
                      entry.get("license").getAsString());
            })
        .toList();
  }

  /** A package is the one in the folder of who needs it, or else in the next one above that. */
  private static void reach(String from, String name, JsonObject lock, Set<String> reached) {
    String folder = from;
    while (!lock.has(folder + MODULES + name)) {
      int above = folder.lastIndexOf("/" + MODULES);
      folder = above < 0 ? "" : folder.substring(0, above) + "/";
    }
    String path = folder + MODULES + name;
    if (reached.add(path)) {
      var needs = lock.getAsJsonObject(path).getAsJsonObject("dependencies");
      if (needs != null) {
        needs.keySet().forEach(needed -> reach(path + "/", needed, lock, reached));
      }
    }
  }

  @Test
  void no_licence_asks_for_more_than_a_notice_or_the_source_of_what_is_unchanged()
      throws Exception {
    try (Stream<String> lines = Files.lines(LIST)) {
      List<String> others =
          lines
              .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
              .map(line -> line.split("\\|")[3].strip())
              .filter(licence -> !licence.matches("(?i).*(apache|mit|isc|bsd|epl|eclipse).*"))
              .filter(licence -> !licence.equals("licence"))
              .distinct()
              .toList();
      assertEquals(List.of(), others);
    }
  }
}
