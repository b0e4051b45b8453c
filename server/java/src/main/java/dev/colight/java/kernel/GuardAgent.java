package dev.colight.java.kernel;

import dev.colight.java.effects.GuardWeaver;
import dev.colight.java.effects.JdkClasses;
import dev.colight.worker.Guard;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Makes the option by which a worker takes in classes of its JDK that ask before they touch the
 * outside world. The classes are woven here, once for each JDK, since a worker has nothing to weave
 * with; they come to it in the jar of a Java agent, the one way to change what is loaded already.
 */
final class GuardAgent {
  private static final System.Logger LOG = System.getLogger(GuardAgent.class.getName());

  /** By JDK: the jar, or nothing where that JDK cannot load agents. */
  private static final Map<Path, Optional<Path>> JARS = new ConcurrentHashMap<>();

  private GuardAgent() {}

  /** Returns the options of a JDK's JVM, none where it cannot be done. */
  static List<String> options(Path javaHome) {
    Optional<Path> jar =
        JARS.compute(
            javaHome,
            (home, known) ->
                known == null || (known.isPresent() && !Files.exists(known.get()))
                    ? make(home)
                    : known);
    return jar.map(path -> List.of("-javaagent:" + path + "=" + path)).orElse(List.of());
  }

  private static Optional<Path> make(Path javaHome) {
    if (!JdkClasses.loadAgents(javaHome)) {
      return Optional.empty();
    }
    try (JdkClasses classes = new JdkClasses(javaHome)) {
      GuardWeaver weaver = new GuardWeaver();
      return Optional.of(jar(weaver.guard(), weaver.weave(classes)));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "no second line in " + javaHome, e);
      return Optional.empty();
    }
  }

  private static Path jar(byte[] guard, Map<String, byte[]> woven) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Guard.AGENT);
    attributes.putValue("Can-Redefine-Classes", "true");
    Path jar = Files.createTempFile("colight-guard", ".jar");
    jar.toFile().deleteOnExit();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.setLevel(0);
      put(out, GuardWeaver.GUARD, guard);
      for (Map.Entry<String, byte[]> one : woven.entrySet()) {
        put(out, one.getKey(), one.getValue());
      }
    }
    return jar;
  }

  /** The guard itself comes first; under names that are no classes, so that nobody loads them. */
  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(Guard.FOLDER + name));
    out.write(bytes);
    out.closeEntry();
  }
}
