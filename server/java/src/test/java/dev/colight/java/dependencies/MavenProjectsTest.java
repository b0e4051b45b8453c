package dev.colight.java.dependencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.graph.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects in folders, with libraries from a repository in another: no network. */
class MavenProjectsTest {
  private static final String LEAF = "org.a:leaf:1.0";

  private final Path folder;
  private final FileRepository repository;
  private final MavenProjects projects;
  private final List<String> progress = new ArrayList<>();

  MavenProjectsTest(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    repository = new FileRepository(folder.resolve("repository"));
    for (String version : List.of("1.0", "1.1", "2.0")) {
      repository.artifact("org.a:leaf:" + version).publish();
    }
    repository.artifact("org.b:tree:1").needs(LEAF).publish();
    repository.artifact("org.c:tests:1").needs("org.a:leaf:2.0").publish();
    repository.artifact("org.d:bom:1").manages("org.a:leaf:1.1").publishBom();
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        "<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>"
            + repository.url()
            + "</url></mirror></mirrors></settings>");
    projects =
        new MavenProjects(
            new MavenPlaces(settings, folder.resolve("local"), folder.resolve("cache")));
  }

  /** Writes the description of a project without a parent. */
  private Path project(String name, String content) throws IOException {
    return pom(
        name,
        "<groupId>org.p</groupId><artifactId>"
            + name.substring(name.lastIndexOf('/') + 1)
            + "</artifactId><version>1-SNAPSHOT</version>"
            + content);
  }

  private Path pom(String name, String content) throws IOException {
    Path pom = Files.createDirectories(folder.resolve(name)).resolve("pom.xml");
    Files.writeString(
        pom, "<project><modelVersion>4.0.0</modelVersion>\n" + content + "\n</project>");
    return pom;
  }

  private static String parent(String artifact) {
    return "<parent><groupId>org.p</groupId><artifactId>%s</artifactId><version>1-SNAPSHOT</version></parent>"
        .formatted(artifact);
  }

  private static String dependencies(String... all) {
    return "<dependencies>\n" + String.join("\n", all) + "\n</dependencies>";
  }

  private static String dependency(String coordinates, String more) {
    String[] parts = coordinates.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
        .formatted(
            parts[0],
            parts[1],
            parts.length < 3 ? "" : "<version>" + parts[2] + "</version>",
            more);
  }

  private ProjectModel.Outcome read(Path pom, String document) {
    return projects.read(
        pom,
        pom.resolveSibling(document),
        new Watch() {
          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void progress(String message) {
            progress.add(message);
          }
        });
  }

  private static ProjectModel found(ProjectModel.Outcome outcome) {
    return assertInstanceOf(ProjectModel.Outcome.Found.class, outcome, String.valueOf(outcome))
        .model();
  }

  private String classPath(Path pom, String document) {
    return found(read(pom, document)).classPath().stream()
        .map(
            entry ->
                entry.isFolder()
                    ? folder.relativize(entry.path()).toString().replace('\\', '/')
                    : entry.path().getFileName().toString())
        .collect(Collectors.joining(" "));
  }

  private String classPath(Path pom) {
    return classPath(pom, "notes.jsh");
  }

  /** What a module without tests gives: resources as they are now, then what was built. */
  private static String main(String module) {
    return module + "/src/main/resources " + module + "/target/classes";
  }

  private static ProjectModel.Outcome.Failed failed(ProjectModel.Outcome outcome) {
    return assertInstanceOf(ProjectModel.Outcome.Failed.class, outcome);
  }

  @Test
  void a_document_sees_the_projects_classes_and_then_its_libraries() throws IOException {
    Path pom = project("one", dependencies(dependency("org.b:tree:1", "")));
    assertEquals(main("one") + " tree-1.jar leaf-1.0.jar", classPath(pom));
  }

  @Test
  void scopes_decide_and_tests_see_all() throws IOException {
    Path pom =
        project(
            "one",
            dependencies(
                dependency("org.b:tree:1", "<scope>provided</scope>"),
                dependency("org.c:tests:1", "<scope>test</scope>")));
    assertEquals(main("one") + " tree-1.jar leaf-1.0.jar", classPath(pom));
    assertEquals(
        "one/src/test/resources one/target/test-classes "
            + main("one")
            + " tree-1.jar leaf-1.0.jar tests-1.jar",
        classPath(pom, "src/test/java/notes.jsh"));
  }

  @Test
  void exclusions_properties_and_boms_count() throws IOException {
    Path excluded =
        project(
            "excluded",
            dependencies(
                dependency(
                    "org.b:tree:1",
                    "<exclusions><exclusion><groupId>org.a</groupId><artifactId>*</artifactId>"
                        + "</exclusion></exclusions>")));
    assertEquals(main("excluded") + " tree-1.jar", classPath(excluded));
    Path managed =
        project(
            "managed",
            "<properties><bom>1</bom></properties><dependencyManagement>"
                + dependencies(
                    dependency("org.d:bom:${bom}", "<type>pom</type><scope>import</scope>"))
                + "</dependencyManagement>"
                + dependencies(dependency("org.b:tree:1", "")));
    assertEquals(main("managed") + " tree-1.jar leaf-1.1.jar", classPath(managed));
  }

  @Test
  void profiles_that_are_active_by_default_and_those_of_the_build_count() throws IOException {
    Path pom =
        project(
            "one",
            "<profiles><profile><id>usual</id><activation><activeByDefault>true</activeByDefault>"
                + "</activation>"
                + dependencies(dependency(LEAF, ""))
                + "</profile><profile><id>other</id>"
                + dependencies(dependency("org.b:tree:1", ""))
                + "</profile></profiles>");
    assertEquals(main("one") + " leaf-1.0.jar", classPath(pom));
    Files.createDirectories(pom.resolveSibling(".mvn"));
    Files.writeString(pom.resolveSibling(".mvn").resolve("maven.config"), "-Pother");
    assertEquals(main("one") + " tree-1.jar leaf-1.0.jar", classPath(pom));
  }

  @Test
  void the_version_of_java_is_what_the_compiler_plugin_is_told_before_what_properties_say()
      throws IOException {
    String plugin =
        "<plugins><plugin><artifactId>maven-compiler-plugin</artifactId>"
            + "<configuration><release>${java.version}</release></configuration></plugin></plugins>";
    String properties =
        "<properties><java.version>21</java.version>"
            + "<maven.compiler.release>11</maven.compiler.release></properties>";
    Path pom = project("one", properties + "<build>" + plugin + "</build>");
    assertEquals(21, found(read(pom, "notes.jsh")).release());
    String managed = "<pluginManagement>" + plugin + "</pluginManagement>";
    Path other = project("two", properties + "<build>" + managed + "</build>");
    assertEquals(21, found(read(other, "notes.jsh")).release());
  }

  /** Writes a build of three modules: the application needs the core, which needs a library. */
  private Path modules() throws IOException {
    project(
        "all",
        "<packaging>pom</packaging><modules><module>core</module><module>app</module></modules>"
            + "<properties><maven.compiler.release>17</maven.compiler.release></properties>"
            + "<dependencyManagement>"
            + dependencies(dependency("org.a:leaf:1.1", ""))
            + "</dependencyManagement>");
    pom(
        "all/core",
        parent("all")
            + "<artifactId>core</artifactId>"
            + dependencies(dependency("org.a:leaf", "")));
    return pom(
        "all/app",
        parent("all")
            + "<artifactId>app</artifactId>"
            + dependencies(dependency("org.p:core:${project.version}", "")));
  }

  @Test
  void modules_of_the_same_build_come_as_their_classes() throws IOException {
    Path app = modules();
    assertEquals(main("all/app") + " " + main("all/core") + " leaf-1.1.jar", classPath(app));
    ProjectModel model = found(read(app, "notes.jsh"));
    assertEquals(17, model.release());
    assertEquals(
        List.of("app", "core"), model.modules().stream().map(ProjectModel.Module::name).toList());
    assertEquals(
        List.of(folder.resolve("all/core/src/main/java")), model.modules().get(1).sources());
    assertTrue(model.files().contains(folder.resolve("all/pom.xml")), model.files().toString());
  }

  @Test
  void a_document_beside_a_build_of_modules_sees_what_all_of_them_see() throws IOException {
    modules();
    pom(
        "all/core",
        parent("all")
            + "<artifactId>core</artifactId>"
            + dependencies(
                dependency("org.a:leaf", ""),
                dependency("org.b:tree:1", "<scope>test</scope>"),
                dependency("org.c:tests:1", "<scope>test</scope>")));
    pom(
        "all/app",
        parent("all")
            + "<artifactId>app</artifactId>"
            + dependencies(
                dependency("org.p:core:${project.version}", ""),
                dependency("org.b:tree:1", "<scope>provided</scope>")));
    Path top = folder.resolve("all/pom.xml");
    assertEquals(
        main("all/core") + " " + main("all/app") + " leaf-1.1.jar tree-1.jar", classPath(top));
    ProjectModel model = found(read(top, "notes.jsh"));
    assertEquals(
        List.of("all", "core", "app"),
        model.modules().stream().map(ProjectModel.Module::name).toList());
    assertTrue(model.files().contains(folder.resolve("all/app/pom.xml")));
  }

  @Test
  void a_broken_module_costs_a_document_beside_the_build_that_module_alone() throws IOException {
    modules();
    pom(
        "all",
        "<groupId>org.p</groupId><artifactId>all</artifactId><version>1-SNAPSHOT</version>"
            + "<packaging>pom</packaging><modules><module>core</module><module>broken</module>"
            + "<module>app</module></modules>"
            + "<profiles><profile><id>idle</id><modules><module>idle</module></modules></profile>"
            + "<profile><id>busy</id><activation><activeByDefault>true</activeByDefault></activation>"
            + "<modules><module>busy</module></modules></profile></profiles>");
    pom(
        "all/core",
        parent("all") + "<artifactId>core</artifactId>" + dependencies(dependency(LEAF, "")));
    Path broken =
        pom("all/broken", parent("all") + "<artifactId>broken</artifactId><dependencies>");
    Path app =
        pom(
            "all/app",
            parent("all")
                + "<artifactId>app</artifactId>"
                + dependencies(dependency("org.a:leaves:3", "")));
    for (String name : List.of("idle", "busy")) {
      pom("all/" + name, parent("all") + "<artifactId>" + name + "</artifactId>");
    }
    Path top = folder.resolve("all/pom.xml");

    ProjectModel model = found(read(top, "notes.jsh"));
    assertEquals(
        List.of("all", "core", "app", "busy"),
        model.modules().stream().map(ProjectModel.Module::name).toList());
    assertTrue(
        model.classPath().stream().anyMatch(one -> one.path().toString().contains("leaf")),
        model.classPath().toString());
    assertEquals(
        Set.of(broken.toUri().toString(), app.toUri().toString()),
        model.problems().stream().map(FileProblem::uri).collect(Collectors.toSet()));
  }

  @Test
  void what_was_read_is_known_as_long_as_all_its_files_are_the_same() throws IOException {
    Path app = modules();
    classPath(app);
    progress.clear();
    Files.move(folder.resolve("repository"), folder.resolve("gone"));
    try (var poms = Files.walk(folder.resolve("local"))) {
      for (Path pom : poms.filter(p -> p.toString().endsWith(".pom")).toList()) {
        Files.delete(pom);
      }
    }
    assertEquals(main("all/app") + " " + main("all/core") + " leaf-1.1.jar", classPath(app));
    assertEquals(List.of(), progress);
    Path parent = folder.resolve("all/pom.xml");
    Files.writeString(parent, Files.readString(parent).replace("1.1", "2.0"));
    failed(read(app, "notes.jsh"));
  }

  @Test
  void a_library_that_there_is_not_is_told_where_it_is_asked_for() throws IOException {
    Path pom = project("one", dependencies(dependency(LEAF, ""), dependency("org.a:leaves:3", "")));
    ProjectModel.Outcome.Failed failed = failed(read(pom, "notes.jsh"));
    assertEquals(
        "one/pom.xml: there is no org.a:leaves:3 in m (URL)",
        failed.reason().replace(repository.url(), "URL"));
    FileProblem problem = failed.problems().get(0);
    assertEquals(pom.toUri().toString(), problem.uri());
    assertEquals(4, problem.range().start().line() + 1, "the line of the dependency");
  }

  @Test
  void a_broken_pom_is_told_with_its_line() throws IOException {
    Path pom = project("one", "<dependencies><dependency>");
    FileProblem problem = failed(read(pom, "notes.jsh")).problems().get(0);
    assertEquals(pom.toUri().toString(), problem.uri());
    assertEquals(2, problem.range().start().line());
    assertTrue(problem.message().contains("</project>"), problem.message());
  }

  @Test
  void a_parent_that_there_is_not_is_told() throws IOException {
    Path pom = pom("one", parent("nobody") + "<artifactId>one</artifactId>");
    assertTrue(
        failed(read(pom, "notes.jsh")).reason().contains("org.p:nobody"),
        failed(read(pom, "notes.jsh")).reason());
  }
}
