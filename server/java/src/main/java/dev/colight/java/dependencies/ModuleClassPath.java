package dev.colight.java.dependencies;

import dev.colight.graph.FileProblem;
import eu.maveniverse.maven.mima.context.Context;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.model.building.ModelBuildingException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.ScopeDependencyFilter;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** Works out the class path of a module as Maven does. For one use. */
final class ModuleClassPath {
  private final Context context;
  private final RepositorySystemSession session;
  private final Reactor reactor;
  private final PomReader reader;
  private List<RemoteRepository> repositories;

  /** Where the module's model, or one that it inherits from, names an artifact. */
  private final Map<String, InputLocation> places = new HashMap<>();

  /** What is wrong with some of the modules. */
  private final List<FileProblem> problems = new ArrayList<>();

  ModuleClassPath(
      Context context, RepositorySystemSession session, Reactor reactor, PomReader reader) {
    this.context = context;
    this.session = session;
    this.reactor = reactor;
    this.reader = reader;
    this.repositories = context.remoteRepositories();
  }

  /** Returns what is wrong where a library cannot be had, at the place that asks for it. */
  FileProblem problem(Path pom, RepositoryException failure) {
    Artifact missing = Failures.artifact(failure);
    String what =
        missing == null
            ? "what " + pom.getFileName() + " asks for"
            : id(missing) + ":" + missing.getVersion();
    InputLocation place = missing == null ? null : places.get(id(missing));
    String message = new Failures(repositories).message(failure, what);
    return ModelProblems.at(place, pom, reader.files(), message);
  }

  ProjectModel of(Path pom, Path document)
      throws ModelBuildingException, RepositoryException, IOException {
    Model model = reader.read(pom);
    repositories = reader.repositories(model);
    ProjectModel.Module own = module(model);
    boolean tests = own.isTest(document);
    Set<Path> folders = new LinkedHashSet<>();
    if (tests) {
      folders.add(own.testOutput());
    }
    Map<Path, Model> parts = parts(pom, model);
    for (Model part : parts.values()) {
      if (!isOnlyPom(part)) {
        folders.add(module(part).output());
      }
    }
    List<Library> classPath = new ArrayList<>();
    folders.forEach(folder -> classPath.add(Library.folder(folder)));
    CollectRequest request = request(model, parts);
    List<ArtifactResult> libraries;
    try {
      libraries = resolve(request, tests);
    } catch (RepositoryException e) {
      if (parts.size() == 1) {
        throw e;
      }
      request = request(model, obtainable(pom, model, parts, tests));
      libraries = resolve(request, tests);
    }
    Islands islands = new Islands(reactor::has);
    islands.add(tree(request));
    for (ArtifactResult result : libraries) {
      Artifact artifact = result.getArtifact();
      Path file = artifact.getFile().toPath();
      if (reactor.has(artifact) && !artifact.getExtension().equals("pom")) {
        if (folders.add(file)) {
          classPath.add(Library.folder(file));
        }
      } else if (isOnClassPath(artifact)) {
        classPath.add(Library.of(file, islands.of(artifact)));
      }
    }
    List<ProjectModel.Module> modules = new ArrayList<>(List.of(own));
    addResources(model, own, classPath);
    Set<Path> others = new LinkedHashSet<>(parts.keySet());
    others.addAll(reactor.used());
    others.remove(pom);
    for (Path used : others) {
      Model otherModel = reader.read(used);
      ProjectModel.Module other = module(otherModel);
      if (folders.contains(other.output()) || folders.contains(other.testOutput())) {
        modules.add(other);
        addResources(otherModel, other, classPath);
      }
    }
    int release = parts.values().stream().mapToInt(ModuleClassPath::release).max().orElse(0);
    return new ProjectModel(
        model.getArtifactId(), classPath, modules, reader.files(), release, problems);
  }

  /**
   * Returns the modules whose classes a document sees: its own alone, or, where that only holds
   * others, all of those, too, but those that are broken.
   */
  private Map<Path, Model> parts(Path pom, Model model) {
    Map<Path, Model> parts = new LinkedHashMap<>(Map.of(pom, model));
    Deque<Path> open = new ArrayDeque<>(isOnlyPom(model) ? modules(pom, model) : List.of());
    while (!open.isEmpty()) {
      Path other = open.removeFirst();
      if (!parts.containsKey(other) && Files.isRegularFile(other)) {
        try {
          Model part = reader.read(other);
          parts.put(other, part);
          open.addAll(modules(other, part));
        } catch (ModelBuildingException e) {
          problems.addAll(ModelProblems.of(other, e));
        }
      }
    }
    return parts;
  }

  /** Returns the files of the modules of a model, which has in it what its active profiles say. */
  private static List<Path> modules(Path pom, Model model) {
    return model.getModules().stream().map(name -> Reactor.moduleOf(pom, name)).toList();
  }

  /**
   * Returns those of some modules whose libraries can be had: one that asks for what there is not
   * is told, and keeps its own classes alone.
   */
  private Map<Path, Model> obtainable(
      Path pom, Model model, Map<Path, Model> parts, boolean tests) {
    Map<Path, Model> found = new LinkedHashMap<>();
    parts.forEach(
        (file, part) -> {
          Map<Path, Model> alone = new LinkedHashMap<>(Map.of(pom, model));
          alone.put(file, part);
          try {
            resolve(request(model, alone), tests);
            found.put(file, part);
          } catch (RepositoryException e) {
            problems.add(problem(file, e));
          }
        });
    found.putIfAbsent(pom, model); // what it asks for itself nobody can do without
    return found;
  }

  private static boolean isOnlyPom(Model model) {
    return model.getPackaging().equals("pom");
  }

  private static boolean isOnClassPath(Artifact artifact) {
    String constitutes = artifact.getProperty(ArtifactProperties.CONSTITUTES_BUILD_PATH, "true");
    return constitutes.equals("true") && artifact.getExtension().equals("jar");
  }

  /** Collects what tests need, too, as that decides on versions, and leaves it out afterwards. */
  private List<ArtifactResult> resolve(CollectRequest request, boolean tests)
      throws RepositoryException {
    DependencyFilter filter =
        tests ? null : new ScopeDependencyFilter(null, List.of(JavaScopes.TEST));
    return context
        .repositorySystem()
        .resolveDependencies(session, new DependencyRequest(request, filter))
        .getArtifactResults();
  }

  /** Returns the tree of dependencies with those that gave way to others of another version. */
  private org.eclipse.aether.graph.DependencyNode tree(CollectRequest request)
      throws RepositoryException {
    DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session);
    verbose.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
    return context.repositorySystem().collectDependencies(verbose, request).getRoot();
  }

  /** Of what several parts ask for, the version counts that the first of them asks for. */
  private CollectRequest request(Model model, Map<Path, Model> parts) {
    CollectRequest request = new CollectRequest();
    request.setRootArtifact(
        new DefaultArtifact(
            model.getGroupId(), model.getArtifactId(), "", "pom", model.getVersion()));
    request.setRepositories(repositories);
    Set<String> asked = new HashSet<>();
    Set<String> managed = new HashSet<>();
    for (Model part : parts.values()) {
      for (org.apache.maven.model.Dependency one : part.getDependencies()) {
        Dependency dependency = dependency(one);
        boolean ofOtherTests = part != model && dependency.getScope().equals(JavaScopes.TEST);
        if (!ofOtherTests && asked.add(ArtifactIdUtils.toVersionlessId(dependency.getArtifact()))) {
          request.addDependency(dependency);
        }
        InputLocation place = one.getLocation("artifactId");
        if (place != null) {
          places.putIfAbsent(id(dependency.getArtifact()), place);
        }
      }
      if (part.getDependencyManagement() != null) {
        for (org.apache.maven.model.Dependency one :
            part.getDependencyManagement().getDependencies()) {
          Dependency dependency = dependency(one);
          if (managed.add(ArtifactIdUtils.toVersionlessId(dependency.getArtifact()))) {
            request.addManagedDependency(dependency);
          }
        }
      }
    }
    return request;
  }

  private Dependency dependency(org.apache.maven.model.Dependency of) {
    ArtifactType type = session.getArtifactTypeRegistry().get(of.getType());
    String own = Objects.requireNonNullElse(of.getClassifier(), "");
    Map<String, String> properties =
        of.getSystemPath() == null
            ? Map.of()
            : Map.of(ArtifactProperties.LOCAL_PATH, of.getSystemPath());
    Artifact artifact =
        new DefaultArtifact(
            of.getGroupId(),
            of.getArtifactId(),
            own.isEmpty() && type != null ? type.getClassifier() : own,
            type == null ? of.getType() : type.getExtension(),
            of.getVersion(),
            properties,
            type);
    if (of.getSystemPath() != null) {
      artifact = artifact.setFile(new File(of.getSystemPath()));
    }
    List<org.eclipse.aether.graph.Exclusion> exclusions =
        of.getExclusions().stream().map(ModuleClassPath::exclusion).toList();
    return new Dependency(
        artifact,
        Objects.requireNonNullElse(of.getScope(), JavaScopes.COMPILE),
        of.getOptional() == null ? null : of.isOptional(),
        exclusions);
  }

  private static org.eclipse.aether.graph.Exclusion exclusion(Exclusion of) {
    return new org.eclipse.aether.graph.Exclusion(of.getGroupId(), of.getArtifactId(), "*", "*");
  }

  private static ProjectModel.Module module(Model model) {
    Path folder = model.getProjectDirectory().toPath();
    return new ProjectModel.Module(
        model.getArtifactId(),
        folder,
        List.of(folder.resolve(model.getBuild().getSourceDirectory())),
        List.of(folder.resolve(model.getBuild().getTestSourceDirectory())),
        folder.resolve(model.getBuild().getOutputDirectory()),
        folder.resolve(model.getBuild().getTestOutputDirectory()));
  }

  /** Adds the resources of a module as they are now, before what a build has copied of them. */
  private static void addResources(
      Model model, ProjectModel.Module module, List<Library> classPath) {
    addBefore(module.output(), model.getBuild().getResources(), module.folder(), classPath);
    addBefore(module.testOutput(), model.getBuild().getTestResources(), module.folder(), classPath);
  }

  /** Of what a build fills in, or puts elsewhere, only the result counts. */
  private static void addBefore(
      Path output, List<Resource> resources, Path module, List<Library> classPath) {
    int at = classPath.indexOf(Library.folder(output));
    if (at >= 0) {
      List<Library> folders =
          resources.stream()
              .filter(resource -> !resource.isFiltering() && resource.getTargetPath() == null)
              .map(resource -> Library.folder(module.resolve(resource.getDirectory()).normalize()))
              .toList();
      classPath.addAll(at, folders);
    }
  }

  /**
   * Returns the version of Java that the compiler is told, by its own settings or by properties.
   */
  private static int release(Model model) {
    List<Plugin> plugins = new ArrayList<>(model.getBuild().getPlugins());
    if (model.getBuild().getPluginManagement() != null) {
      plugins.addAll(model.getBuild().getPluginManagement().getPlugins());
    }
    for (String name : List.of("release", "target", "source")) {
      Stream<String> told =
          plugins.stream()
              .filter(plugin -> plugin.getArtifactId().equals("maven-compiler-plugin"))
              .flatMap(plugin -> setting(plugin, name));
      String value =
          told.findFirst()
              .orElseGet(() -> model.getProperties().getProperty("maven.compiler." + name, ""));
      if (value.matches("\\d{1,3}")) {
        return Integer.parseInt(value);
      }
    }
    return 0;
  }

  private static Stream<String> setting(Plugin plugin, String name) {
    return plugin.getConfiguration() instanceof Xpp3Dom all && all.getChild(name) != null
        ? Stream.ofNullable(all.getChild(name).getValue()).map(String::strip)
        : Stream.of();
  }

  private static String id(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }
}
