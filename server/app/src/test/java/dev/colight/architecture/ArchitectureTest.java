package dev.colight.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the layers. Every rule fails where there is nothing for it to check. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.colight");

  private static final String[] ENGINE = {
    "dev.colight.text..",
    "dev.colight.document..",
    "dev.colight.graph..",
    "dev.colight.cache..",
    "dev.colight.execution..",
    "dev.colight.trust..",
    "dev.colight.workspace.."
  };

  static Stream<String> layers() {
    return Layers.names().stream();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void a_layer_uses_only_what_stands_above_it(String layer) {
    check(
        classes()
            .that(in(Layers.packages(layer).toArray(new String[0])))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Layers.allowed(layer)));
  }

  @Test
  void every_class_belongs_to_a_layer() {
    check(
        classes()
            .that(in("dev.colight.."))
            .should()
            .resideInAnyPackage(
                Layers.names().stream()
                    .flatMap(name -> Layers.packages(name).stream())
                    .toArray(String[]::new)));
  }

  @Test
  void packages_are_free_of_cycles() {
    check(
        slices()
            .assignedFrom(
                new SliceAssignment() {
                  @Override
                  public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith("dev.colight")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
                  }

                  @Override
                  public String getDescription() {
                    return "every package";
                  }
                })
            .should()
            .beFreeOfCycles());
  }

  @ParameterizedTest
  @CsvSource({
    "com.github.javaparser.., dev.colight.java.analysis..",
    "org.eclipse.jdt.., dev.colight.java.compile..",
    "org.objectweb.asm.., dev.colight.java.[compile|effects]..",
    "eu.maveniverse.., dev.colight.java.dependencies..",
    "org.eclipse.aether.., dev.colight.java.dependencies..",
    "org.apache.maven.., dev.colight.java.dependencies..",
    "io.netty.., dev.colight.web..",
  })
  void a_library_is_used_in_its_own_package_alone(String library, String owner) {
    check(
        noClasses()
            .that(in("dev.colight..").and(not(resideInAPackage(owner))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  @Test
  void the_engine_knows_no_language_no_json_and_no_lsp() {
    check(
        noClasses()
            .that(in(ENGINE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.colight.java..", "com.google.gson..", "org.eclipse.lsp4j..", "javax.tools.."));
  }

  @Test
  void the_worker_needs_nothing_but_the_jdk_and_what_documents_call() {
    check(
        classes()
            .that(in("dev.colight.worker.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "dev.colight.worker..",
                "dev.colight.display..",
                "java..",
                "javax..",
                "org.jspecify.annotations.."));
  }

  @Test
  void what_documents_call_needs_nothing_but_the_jdk() {
    check(
        classes()
            .that(in("dev.colight.display.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "dev.colight.display..", "java..", "javax..", "org.jspecify.annotations.."));
  }

  @Test
  void handlers_do_not_use_each_other() {
    check(
        slices()
            .assignedFrom(
                new SliceAssignment() {
                  @Override
                  public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().equals("dev.colight.lsp.feature")
                        ? SliceIdentifier.of(outermost(type).getSimpleName())
                        : SliceIdentifier.ignore();
                  }

                  @Override
                  public String getDescription() {
                    return "handlers";
                  }
                })
            .should()
            .notDependOnEachOther());
  }

  @Test
  void a_rule_about_nothing_fails() {
    assertThrows(
        AssertionError.class,
        () ->
            check(
                noClasses()
                    .that(in("dev.colight.nowhere.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java..")));
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages).and(not(simpleName("package-info")));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }
}
