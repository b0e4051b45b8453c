package dev.colight.java.dependencies;

import dev.colight.cache.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a class path.
 *
 * @param path a jar, or a directory of classes
 * @param content digest of what is in it
 * @param island number of the group of libraries that know of each other: code of one can depend on
 *     what another of the same group is
 */
public record Library(Path path, String content, int island) {
  /** Describes an entry as it is now. */
  public static Library of(Path path, int island) throws IOException {
    return new Library(path, contentOf(path), island);
  }

  /** Returns a digest of an entry's content; a directory is judged by names, sizes and times. */
  static String contentOf(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return sha256(path);
    }
    Digest.Builder digest = Digest.builder().add("directory");
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        digest.add(path.relativize(file).toString());
        digest.add(Files.size(file) + "/" + Files.getLastModifiedTime(file));
      }
    }
    return digest.build().toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
