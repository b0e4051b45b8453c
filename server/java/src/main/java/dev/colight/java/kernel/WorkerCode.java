package dev.colight.java.kernel;

import dev.colight.worker.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the worker's classes on disk. Where they are in one jar with the rest of the server they
 * are copied to a small jar of their own: nothing else of the server may get onto the class path of
 * the user's code.
 */
final class WorkerCode {
  private static final String FOLDER = Main.class.getPackageName().replace('.', '/') + "/";

  private static @Nullable Path found;

  private WorkerCode() {}

  /** Returns a folder or a jar with the worker's classes and nothing else. */
  static synchronized Path location() throws IOException {
    Path known = found;
    if (known == null || !Files.exists(known)) {
      known = find();
      found = known;
    }
    return known;
  }

  private static Path find() throws IOException {
    Path source;
    try {
      source = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the worker's classes are in no file", e);
    }
    return Files.isDirectory(source) ? source : alone(source);
  }

  /** Returns the jar itself if it holds the worker alone, else a copy of that part. */
  static Path alone(Path source) throws IOException {
    try (JarFile jar = new JarFile(source.toFile())) {
      List<JarEntry> entries = jar.stream().filter(entry -> !entry.isDirectory()).toList();
      List<JarEntry> own =
          entries.stream().filter(entry -> entry.getName().startsWith(FOLDER)).toList();
      boolean others =
          entries.stream()
              .anyMatch(e -> e.getName().endsWith(".class") && !e.getName().startsWith(FOLDER));
      return others ? copy(jar, own) : source;
    }
  }

  private static Path copy(JarFile jar, List<JarEntry> entries) throws IOException {
    Path copy = Files.createTempFile("colight-worker", ".jar");
    copy.toFile().deleteOnExit();
    try (OutputStream file = Files.newOutputStream(copy);
        JarOutputStream out = new JarOutputStream(file)) {
      for (JarEntry entry : entries) {
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return copy;
  }
}
