package dev.colight.java.dependencies;

import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Reads the models of projects in folders, with all that they inherit, import, and that profiles
 * add which are active without anybody naming them. For one thread at a time.
 */
final class PomReader {
  private static final Logger LOG = Logger.getLogger(PomReader.class.getName());

  private final Context context;
  private final RepositorySystemSession session;
  private final Settings settings;
  private final Path root;
  private final ModelBuilder builder = new DefaultModelBuilderFactory().newInstance();
  private final Map<Path, ModelBuildingResult> read = new HashMap<>();
  private final Set<Path> files = new TreeSet<>();
  private final Properties userProperties = new Properties();
  private final List<String> profiles = new ArrayList<>();
  private final List<String> noProfiles = new ArrayList<>();

  /**
   * Creates a reader.
   *
   * @param root the folder of the whole build, whose {@code .mvn} counts
   */
  PomReader(Context context, RepositorySystemSession session, Settings settings, Path root) {
    this.context = context;
    this.session = session;
    this.settings = settings;
    this.root = root;
    profiles.addAll(settings.getActiveProfiles());
    readConfig(root.resolve(".mvn").resolve("maven.config"));
    files.add(context.mavenUserHome().settingsXml());
  }

  /** Returns the files on this machine that were read so far, or looked for. */
  Set<Path> files() {
    return files;
  }

  /** Returns the model of a project. */
  Model read(Path pom) throws ModelBuildingException {
    ModelBuildingResult known = read.get(pom);
    if (known == null) {
      files.add(pom);
      known = builder.build(request(pom));
      for (String id : known.getModelIds()) {
        Model raw = known.getRawModel(id);
        if (raw != null && raw.getPomFile() != null) {
          files.add(raw.getPomFile().toPath());
        }
      }
      read.put(pom, known);
    }
    return known.getEffectiveModel();
  }

  /** Returns where the dependencies of a model are looked for. */
  List<RemoteRepository> repositories(Model model) {
    PomResolver resolver = resolver();
    model.getRepositories().forEach(resolver::addRepository);
    return resolver.repositories();
  }

  private PomResolver resolver() {
    return new PomResolver(context.repositorySystem(), session, context.remoteRepositories());
  }

  private ModelBuildingRequest request(Path pom) {
    Properties system = new Properties();
    system.putAll(session.getSystemProperties());
    userProperties.setProperty("maven.multiModuleProjectDirectory", root.toString());
    return new DefaultModelBuildingRequest()
        .setPomFile(pom.toFile())
        .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
        .setProcessPlugins(false)
        .setTwoPhaseBuilding(false)
        .setLocationTracking(true)
        .setSystemProperties(system)
        .setUserProperties(userProperties)
        .setProfiles(settings.getProfiles().stream().map(PomReader::profile).toList())
        .setActiveProfileIds(profiles)
        .setInactiveProfileIds(noProfiles)
        .setModelResolver(resolver());
  }

  /** Returns of a profile of the user's settings what concerns models: its properties. */
  private static Profile profile(org.apache.maven.settings.Profile of) {
    Profile profile = new Profile();
    profile.setId(of.getId());
    profile.setSource("settings.xml");
    profile.setProperties(of.getProperties());
    return profile;
  }

  /** Takes from the options that a build gives to Maven those that concern models. */
  private void readConfig(Path file) {
    files.add(file);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      for (String option : Files.readString(file).trim().split("\\s+")) {
        if (option.startsWith("-D")) {
          int equals = option.indexOf('=');
          userProperties.setProperty(
              option.substring(2, equals < 0 ? option.length() : equals),
              equals < 0 ? "true" : option.substring(equals + 1));
        } else if (option.startsWith("-P")) {
          for (String id : option.substring(2).split(",")) {
            boolean off = id.startsWith("!") || id.startsWith("-");
            String name = off || id.startsWith("+") ? id.substring(1) : id;
            (off ? noProfiles : profiles).add(name);
          }
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot read " + file, e);
    }
  }
}
