package dev.colight.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Resolves what docs/ARCHITECTURE.md names. */
class ArchitectureDocumentTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
  private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*(\\.[a-zA-Z]\\w*)?");
  private static final Pattern ROW = Pattern.compile("\\| *(?:`([^`]*)`)? *\\| `([^|]*)` \\|.*");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.colight");

  /** Names of the platform, and such as stand for documents' code in examples. */
  private static final Set<String> EXAMPLES = Set.of("Object", "Point", "String");

  private static String document() throws IOException {
    return Files.readString(ROOT.resolve("docs/ARCHITECTURE.md"));
  }

  @Test
  void every_type_and_member_it_names_exists() throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher code = CODE.matcher(document());
    int found = 0;
    while (code.find()) {
      String name = code.group(1);
      if (TYPE.matcher(name).matches() && !EXAMPLES.contains(name)) {
        found++;
        if (!exists(name)) {
          missing.add(name);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(found >= 5, "it names types at all");
  }

  @Test
  void its_table_has_the_modules_and_layers_that_there_are() throws IOException {
    Set<String> modules = new HashSet<>();
    Set<String> layers = new TreeSet<>();
    for (String line : document().lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        if (row.group(1) != null) {
          modules.add(row.group(1));
        }
        for (String layer : row.group(2).split("`, `")) {
          layers.add(layer);
        }
      }
    }
    assertEquals(new TreeSet<>(Layers.names()), layers);
    for (String module : modules) {
      assertTrue(Files.exists(ROOT.resolve(module).resolve("pom.xml")), module);
    }
    for (String layer : layers) {
      assertTrue(CLASSES.containPackage("dev.colight." + layer), layer);
    }
  }

  private static boolean exists(String name) {
    int dot = name.indexOf('.');
    String type = dot < 0 ? name : name.substring(0, dot);
    String member = dot < 0 ? "" : name.substring(dot + 1);
    return CLASSES.stream()
        .filter(candidate -> candidate.getSimpleName().equals(type))
        .anyMatch(candidate -> member.isEmpty() || has(candidate, member));
  }

  private static boolean has(JavaClass type, String member) {
    return type.getAllMembers().stream().anyMatch(found -> found.getName().equals(member))
        || CLASSES.contain(type.getName() + "$" + member);
  }
}
