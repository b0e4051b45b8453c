package dev.colight.java.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry of a class path.
 *
 * @param path a jar, or a folder of classes
 * @param content digest of what is in it; of a folder empty, or as of some moment
 * @param island number of the group of libraries that know of each other: code of one can depend on
 *     what another of the same group is
 */
public record Library(Path path, String content, int island) {
  /** Stands for the island of a folder, whose classes tell themselves what they know of. */
  private static final int FOLDER = -1;

  /** Describes an entry as it is now. */
  public static Library of(Path path, int island) throws IOException {
    return new Library(path, contentOf(path), island);
  }

  /** Returns a folder of classes, whose content may change at any time. */
  public static Library folder(Path path) {
    return new Library(path, "", FOLDER);
  }

  /** Tells whether it is a folder of classes. */
  public boolean isFolder() {
    return island == FOLDER;
  }

  /** Returns the same as one of another island. */
  public Library ofIsland(int other) {
    return new Library(path, content, other);
  }

  /** Returns a folder as of a moment when it had some content. */
  public Library withContent(String now) {
    return new Library(path, now, island);
  }

  /** Returns a digest of a file's content. */
  static String contentOf(Path file) throws IOException {
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
