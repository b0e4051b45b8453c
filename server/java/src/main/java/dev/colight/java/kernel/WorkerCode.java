package dev.colight.java.kernel;

import dev.colight.display.Display;
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
 * Finds the classes on disk that run with the user's code: the worker's, and those that documents
 * call. Where they are in one jar with the rest of the server they are copied to a small jar of
 * their own: nothing else of the server may get onto the class path of the user's code.
 */
public final class WorkerCode {
  private static final WorkerCode WORKER = new WorkerCode(Main.class);
  private static final WorkerCode DISPLAY = new WorkerCode(Display.class);

  private final Class<?> member;
  private final String folder;
  private @Nullable Path found;

  private WorkerCode(Class<?> member) {
    this.member = member;
    this.folder = member.getPackageName().replace('.', '/') + "/";
  }

  /** Returns a folder or a jar with the worker's classes. */
  static Path worker() throws IOException {
    return WORKER.location();
  }

  /** Returns a folder or a jar with the classes that documents call to show something. */
  public static Path display() throws IOException {
    return DISPLAY.location();
  }

  private synchronized Path location() throws IOException {
    Path known = found;
    if (known == null || !Files.exists(known)) {
      known = find();
      found = known;
    }
    return known;
  }

  private Path find() throws IOException {
    Path source;
    try {
      source = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the classes of " + member.getPackageName() + " are in no file", e);
    }
    return Files.isDirectory(source) ? source : alone(source, folder);
  }

  /** Returns the jar itself if it holds one folder of classes alone, else a copy of that part. */
  static Path alone(Path source, String folder) throws IOException {
    try (JarFile jar = new JarFile(source.toFile())) {
      List<JarEntry> entries = jar.stream().filter(entry -> !entry.isDirectory()).toList();
      List<JarEntry> own =
          entries.stream().filter(entry -> entry.getName().startsWith(folder)).toList();
      boolean others =
          entries.stream()
              .anyMatch(e -> e.getName().endsWith(".class") && !e.getName().startsWith(folder));
      return others ? copy(jar, own) : source;
    }
  }

  private static Path copy(JarFile jar, List<JarEntry> entries) throws IOException {
    Path copy = Files.createTempFile("colight-part", ".jar");
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
