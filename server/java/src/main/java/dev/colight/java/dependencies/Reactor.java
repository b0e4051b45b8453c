package dev.colight.java.dependencies;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * The modules that are built together with a project. Where one of them depends on another, the
 * other's folder of classes takes the place of its jar. For one thread at a time.
 */
final class Reactor implements MavenWorkspaceReader {
  /** How many folders above a project may hold the build that it is a module of. */
  private static final int MAX_HEIGHT = 16;

  private final Path root;
  private final Map<String, Path> poms;
  private final WorkspaceRepository repository = new WorkspaceRepository("reactor");
  private final Set<Path> beingRead = new HashSet<>();

  /** The modules that something depended on, by their files. */
  private final Set<Path> used = new LinkedHashSet<>();

  private @Nullable PomReader reader;

  private Reactor(Path root, Map<String, Path> poms) {
    this.root = root;
    this.poms = poms;
  }

  /** Finds the build that a project belongs to: the topmost one that has it among its modules. */
  static Reactor of(Path pom) {
    Map<String, Path> own = modules(pom);
    Reactor found = new Reactor(folder(pom), own);
    Path above = folder(pom).getParent();
    for (int i = 0; above != null && i < MAX_HEIGHT; i++) {
      Path candidate = above.resolve("pom.xml");
      if (Files.isRegularFile(candidate)) {
        Map<String, Path> modules = modules(candidate);
        if (modules.containsValue(pom)) {
          found = new Reactor(above, modules);
        }
      }
      above = above.getParent();
    }
    return found;
  }

  /** Has models read by a reader, which asks this for others in turn. */
  void readBy(PomReader models) {
    reader = models;
  }

  Path root() {
    return root;
  }

  /** Returns the files of all modules. */
  List<Path> poms() {
    return List.copyOf(poms.values());
  }

  /** Returns the files of the modules that something depended on, in order. */
  List<Path> used() {
    return List.copyOf(used);
  }

  /** Tells whether an artifact is a module. */
  boolean has(Artifact artifact) {
    return module(artifact) != null;
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public @Nullable File findArtifact(Artifact artifact) {
    Path pom = pom(artifact);
    Model model = module(artifact);
    if (pom == null || model == null) {
      return null;
    }
    if (artifact.getExtension().equals("pom")) {
      return pom.toFile();
    }
    if (!artifact.getExtension().equals("jar")) {
      return null;
    }
    String classifier = artifact.getClassifier();
    if (classifier.isEmpty() || classifier.equals("tests")) {
      used.add(pom);
      return new File(
          classifier.isEmpty()
              ? model.getBuild().getOutputDirectory()
              : model.getBuild().getTestOutputDirectory());
    }
    return null;
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    Path pom = pom(artifact);
    Model model = pom == null ? null : read(pom);
    return model == null ? List.of() : List.of(model.getVersion());
  }

  @Override
  public @Nullable Model findModel(Artifact artifact) {
    return module(artifact);
  }

  /** Returns the module that an artifact is, of the same version, or null. */
  private @Nullable Model module(Artifact artifact) {
    Path pom = pom(artifact);
    Model model = pom == null ? null : read(pom);
    return model != null && artifact.getBaseVersion().equals(model.getVersion()) ? model : null;
  }

  private @Nullable Path pom(Artifact artifact) {
    return poms.get(artifact.getGroupId() + ":" + artifact.getArtifactId());
  }

  /** Reads a model; one that is being read already, as it imports itself, is none yet. */
  private @Nullable Model read(Path pom) {
    PomReader models = reader;
    if (models == null || !beingRead.add(pom)) {
      return null;
    }
    try {
      return models.read(pom);
    } catch (ModelBuildingException e) {
      return null; // whoever depends on it is told that it cannot be had
    } finally {
      beingRead.remove(pom);
    }
  }

  /** Returns the file of a module by the name that a project has for it. */
  static Path moduleOf(Path pom, String name) {
    Path module = folder(pom).resolve(name).normalize();
    return Files.isDirectory(module) ? module.resolve("pom.xml") : module;
  }

  /** Returns the files of a build by the ids of its modules; a broken one has no modules. */
  private static Map<String, Path> modules(Path top) {
    Map<String, Path> found = new LinkedHashMap<>();
    Set<Path> seen = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(top));
    while (!open.isEmpty()) {
      Path pom = open.removeFirst();
      Model model = seen.add(pom) ? parse(pom) : null;
      if (model != null) {
        String group =
            model.getGroupId() == null && model.getParent() != null
                ? model.getParent().getGroupId()
                : model.getGroupId();
        found.putIfAbsent(group + ":" + model.getArtifactId(), pom);
        for (String name : moduleNames(model)) {
          open.add(moduleOf(pom, name));
        }
      }
    }
    return found;
  }

  private static List<String> moduleNames(Model model) {
    List<String> names = new ArrayList<>(model.getModules());
    for (Profile profile : model.getProfiles()) {
      names.addAll(profile.getModules());
    }
    return names;
  }

  private static @Nullable Model parse(Path pom) {
    if (!Files.isRegularFile(pom)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(pom)) {
      return new MavenXpp3Reader().read(in, false);
    } catch (IOException | XmlPullParserException e) {
      return null; // told by whoever reads it for what it says
    }
  }

  private static Path folder(Path pom) {
    Path parent = pom.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
