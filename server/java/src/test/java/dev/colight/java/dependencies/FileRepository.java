package dev.colight.java.dependencies;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, with real jars of sources that a test gives. */
public final class FileRepository {
  private final Path root;
  private final String url;
  private final Map<String, List<String>> versions = new TreeMap<>();

  /** Creates an empty repository. */
  public FileRepository(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    this.url = root.toUri().toString();
  }

  /** Returns its address. */
  public String url() {
    return url;
  }

  /** What is published: coordinates, and what is in the jar and the model. */
  public final class Artifact {
    private final String group;
    private final String artifact;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final StringBuilder dependencies = new StringBuilder();
    private final StringBuilder managed = new StringBuilder();

    private Artifact(String coordinates) {
      String[] parts = coordinates.split(":");
      group = parts[0];
      artifact = parts[1];
      version = parts[2];
    }

    /** Adds a source file of a class. */
    public Artifact source(String className, String text) {
      sources.put(className.replace('.', '/') + ".java", text);
      return this;
    }

    /** Adds another file to the jar. */
    public Artifact file(String path, String text) {
      files.put(path, text);
      return this;
    }

    /** Makes it depend on another artifact. */
    public Artifact needs(String coordinates) {
      dependencies.append(dependency(coordinates, ""));
      return this;
    }

    /** Makes it depend on another artifact, with more elements, such as a scope. */
    public Artifact needs(String coordinates, String more) {
      dependencies.append(dependency(coordinates, more));
      return this;
    }

    /** Makes it say which version of another artifact to take. */
    public Artifact manages(String coordinates) {
      managed.append(dependency(coordinates, ""));
      return this;
    }

    /** Publishes a jar and a model. */
    public Path publish() throws IOException {
      return publish("jar");
    }

    /** Publishes a model alone. */
    public Path publishBom() throws IOException {
      return publish("pom");
    }

    private Path publish(String packaging) throws IOException {
      Path all = root.resolve(group.replace('.', '/')).resolve(artifact);
      Path folder = all.resolve(version);
      Files.createDirectories(folder);
      Path pom = folder.resolve(artifact + "-" + version + ".pom");
      write(
          pom,
          ("<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId>"
                  + "<artifactId>%s</artifactId><version>%s</version><packaging>%s</packaging>"
                  + "<dependencyManagement><dependencies>%s</dependencies></dependencyManagement>"
                  + "<dependencies>%s</dependencies></project>")
              .formatted(group, artifact, version, packaging, managed, dependencies)
              .getBytes(StandardCharsets.UTF_8));
      versions.computeIfAbsent(group + ":" + artifact, k -> new ArrayList<>()).add(version);
      metadata(all);
      Path jar = folder.resolve(artifact + "-" + version + ".jar");
      if (packaging.equals("jar")) {
        pack(jar);
      }
      return jar;
    }

    private void metadata(Path folder) throws IOException {
      String all =
          versions.getOrDefault(group + ":" + artifact, List.of()).stream()
              .map(v -> "<version>" + v + "</version>")
              .collect(Collectors.joining());
      write(
          folder.resolve("maven-metadata.xml"),
          ("<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning>"
                  + "<versions>%s</versions></versioning></metadata>")
              .formatted(group, artifact, all)
              .getBytes(StandardCharsets.UTF_8));
    }

    private void pack(Path jar) throws IOException {
      Path classes = Files.createTempDirectory(root, ".classes");
      compile(classes);
      try (OutputStream out = Files.newOutputStream(jar);
          ZipOutputStream zip = new ZipOutputStream(out);
          Stream<Path> all = Files.walk(classes)) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
          zip.write(Files.readAllBytes(file));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      checksum(jar);
    }

    private void compile(Path classes) throws IOException {
      if (sources.isEmpty()) {
        return;
      }
      Path folder = Files.createTempDirectory(root, ".sources");
      List<String> arguments =
          new ArrayList<>(List.of("-proc:none", "--release", "17", "-d", classes.toString()));
      String classPath;
      try (Stream<Path> jars = Files.walk(root)) {
        classPath =
            jars.filter(p -> p.toString().endsWith(".jar"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
      }
      if (!classPath.isEmpty()) {
        arguments.addAll(List.of("-cp", classPath));
      }
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
        arguments.add(file.toString());
      }
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
        throw new IllegalArgumentException("the test's own library does not compile: " + sources);
      }
    }
  }

  /** Begins an artifact {@code group:artifact:version}. */
  public Artifact artifact(String coordinates) {
    return new Artifact(coordinates);
  }

  /** Returns the file of an artifact: {@code "jar"} or {@code "jar.sha1"}. */
  public Path file(String coordinates, String extension) {
    String[] parts = coordinates.split(":");
    return root.resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + "." + extension);
  }

  private static String dependency(String coordinates, String more) {
    String[] parts = coordinates.split(":");
    return ("<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s"
            + "</dependency>")
        .formatted(parts[0], parts[1], parts[2], more);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    checksum(file);
  }

  private static void checksum(Path file) throws IOException {
    try {
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
      Files.writeString(
          file.resolveSibling(file.getFileName() + ".sha1"), HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
