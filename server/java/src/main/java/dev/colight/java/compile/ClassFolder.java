package dev.colight.java.compile;

import dev.colight.cache.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was in a folder of classes at some moment. A build may write to the folder at any time: who
 * compiles against this sees one state of it.
 *
 * @param classes class files by the names of their classes, with slashes
 * @param resources digest of all other files
 * @param content digest of all
 */
public record ClassFolder(
    Path path, Map<String, byte[]> classes, Digest resources, Digest content) {
  private static final String SUFFIX = ".class";
  private static final Digest NO_RESOURCES = Digest.builder().build();

  /** Tells whether there are files in it that are no classes. */
  public boolean hasResources() {
    return !resources.equals(NO_RESOURCES);
  }

  /** Reads a folder; one that is not there is empty. */
  public static ClassFolder read(Path folder) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    Digest.Builder resources = Digest.builder();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> walked = Files.walk(folder)) {
        for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
          String name =
              folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
          try {
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(SUFFIX)) {
              classes.put(name.substring(0, name.length() - SUFFIX.length()), bytes);
            } else {
              resources.add(name).add(digest(bytes));
            }
          } catch (NoSuchFileException e) {
            // gone meanwhile, which the next look will find
          }
        }
      } catch (UncheckedIOException e) {
        // so is a folder in it
      }
    }
    Digest others = resources.build();
    Digest.Builder content = Digest.builder().add(others);
    classes.forEach((name, bytes) -> content.add(name).add(digest(bytes)));
    return new ClassFolder(folder, classes, others, content.build());
  }

  static Digest digest(byte[] bytes) {
    return Digest.of(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
