package dev.colight.java.dependencies;

import dev.colight.java.directives.Repository;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.AddRepositoriesOp;
import eu.maveniverse.maven.mima.context.ContextOverrides.ChecksumPolicy;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.repository.RemoteRepository;

/** Starts Maven's own code, with the user's settings and local repository. */
final class MavenContexts {
  private static final int CONNECT_MILLIS = 10_000;

  /** How long a server may be silent. */
  private static final int REQUEST_MILLIS = 30_000;

  private final MavenPlaces places;

  MavenContexts(MavenPlaces places) {
    this.places = places;
  }

  /** Starts with the repositories that settings name, and Maven Central. */
  Context open(Watch watch) {
    return open(overrides(watch));
  }

  /** Starts with some repositories alone. */
  Context open(List<Repository> repositories, Watch watch) {
    return open(
        overrides(watch)
            .repositories(
                repositories.stream()
                    .map(r -> new RemoteRepository.Builder(r.id(), "default", r.url()).build())
                    .toList())
            .addRepositoriesOp(AddRepositoriesOp.REPLACE));
  }

  private static ContextOverrides.Builder overrides(Watch watch) {
    return ContextOverrides.create()
        .withUserSettings(true)
        .checksumPolicy(ChecksumPolicy.FAIL)
        .configProperties(
            Map.of(
                "aether.connector.connectTimeout", CONNECT_MILLIS,
                "aether.connector.requestTimeout", REQUEST_MILLIS))
        .extraArtifactTypes(
            List.of(new DefaultArtifactType("fatjar", "jar", null, "java", true, true)))
        .transferListener(new Transfers(watch));
  }

  private Context open(ContextOverrides.Builder overrides) {
    if (places.settings() != null) {
      overrides.withUserSettingsXmlOverride(places.settings());
    }
    if (places.localRepository() != null) {
      overrides.withLocalRepositoryOverride(places.localRepository());
    }
    return Runtimes.INSTANCE.getRuntime().create(overrides.build());
  }

  /** Returns the settings that count; those that cannot be read, MIMA would have told of. */
  static Settings settings(Context context) {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(context.mavenUserHome().settingsXml().toFile());
    if (context.mavenSystemHome() != null) {
      request.setGlobalSettingsFile(context.mavenSystemHome().settingsXml().toFile());
    }
    try {
      return new DefaultSettingsBuilderFactory()
          .newInstance()
          .build(request)
          .getEffectiveSettings();
    } catch (SettingsBuildingException e) {
      return new Settings();
    }
  }
}
