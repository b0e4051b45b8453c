package dev.colight.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A build of the same sources takes the same libraries, tools and plugins, whenever it is made. */
class PinnedVersionsTest {
  private static final Path ROOT = Path.of("../..");

  /** Plugins that Maven binds by itself to what we build. */
  private static final Set<String> BOUND =
      Set.of(
          "maven-resources-plugin",
          "maven-compiler-plugin",
          "maven-surefire-plugin",
          "maven-jar-plugin",
          "maven-install-plugin",
          "maven-clean-plugin");

  private static final String REGISTRY = "https://registry.npmjs.org/";
  private static final Pattern FIXED = Pattern.compile("\\d[\\w.-]*|\\$\\{[\\w.-]+}");
  private static final Pattern FIXED_PACKAGE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml"))
          .filter(file -> !file.toString().contains("node_modules"))
          .filter(file -> !file.toString().contains("target"))
          .toList();
    }
  }

  private static List<Element> elements(Path pom, String name) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  @Test
  void no_version_is_a_range_or_a_snapshot() throws Exception {
    int versions = 0;
    for (Path pom : poms()) {
      List<Element> all = new ArrayList<>(elements(pom, "version"));
      for (Element properties : elements(pom, "properties")) {
        NodeList children = properties.getElementsByTagName("*");
        for (int i = 0; i < children.getLength(); i++) {
          if (children.item(i).getNodeName().endsWith(".version")) {
            all.add((Element) children.item(i));
          }
        }
      }
      for (Element version : all) {
        String text = version.getTextContent().strip();
        assertTrue(
            FIXED.matcher(text).matches() && !text.contains("SNAPSHOT"), pom + " asks for " + text);
        versions++;
      }
    }
    assertTrue(versions > 30);
  }

  @Test
  void each_plugin_has_a_version() throws Exception {
    Set<String> pinned = new HashSet<>();
    for (Element plugin : elements(ROOT.resolve("pom.xml"), "plugin")) {
      if (!child(plugin, "version").isEmpty()) {
        pinned.add(child(plugin, "artifactId"));
      }
    }
    assertTrue(pinned.containsAll(BOUND), "of " + BOUND + " pinned are " + pinned);
    for (Path pom : poms()) {
      for (Element plugin : elements(pom, "plugin")) {
        String name = child(plugin, "artifactId");
        assertTrue(
            pinned.contains(name) || !child(plugin, "version").isEmpty(), name + " in " + pom);
      }
    }
  }

  @Test
  void each_package_has_one_version_and_a_checksum() throws Exception {
    for (String module : List.of("server/page", "vscode-client")) {
      Path folder = ROOT.resolve(module);
      JsonObject wanted = json(folder.resolve("package.json"));
      int packages = 0;
      for (String kind : List.of("dependencies", "devDependencies")) {
        if (wanted.has(kind)) {
          for (Map.Entry<String, JsonElement> each : wanted.getAsJsonObject(kind).entrySet()) {
            String version = each.getValue().getAsString();
            assertTrue(FIXED_PACKAGE.matcher(version).matches(), each.getKey() + " " + version);
            packages++;
          }
        }
      }
      assertTrue(packages > 5);
      List<String> unchecked = new ArrayList<>();
      JsonObject locked = json(folder.resolve("package-lock.json")).getAsJsonObject("packages");
      for (Map.Entry<String, JsonElement> each : locked.entrySet()) {
        JsonObject entry = each.getValue().getAsJsonObject();
        if (!each.getKey().isEmpty()
            && !(entry.has("integrity")
                && entry.get("integrity").getAsString().startsWith("sha512-"))) {
          unchecked.add(each.getKey());
        }
      }
      assertEquals(List.of(), unchecked);
    }
  }

  /** As {@code npm ci} asks for, which takes what is in the lock file or nothing. */
  @Test
  void each_lock_file_has_the_packages_of_all_platforms_and_names_no_registry_but_the_public_one()
      throws Exception {
    for (String module : List.of("server/page", "vscode-client")) {
      JsonObject locked =
          json(ROOT.resolve(module).resolve("package-lock.json")).getAsJsonObject("packages");
      Set<String> missing = new TreeSet<>();
      for (Map.Entry<String, JsonElement> each : locked.entrySet()) {
        JsonObject entry = each.getValue().getAsJsonObject();
        assertTrue(
            !entry.has("resolved") || entry.get("resolved").getAsString().startsWith(REGISTRY),
            each.getKey());
        if (entry.has("optionalDependencies")) {
          for (String name : entry.getAsJsonObject("optionalDependencies").keySet()) {
            if (locked.keySet().stream().noneMatch(path -> path.endsWith("modules/" + name))) {
              missing.add(name);
            }
          }
        }
      }
      assertEquals(Set.of(), missing, module);
    }
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
