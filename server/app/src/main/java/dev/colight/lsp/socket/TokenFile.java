package dev.colight.lsp.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Reads the secret that editors have to show from a file, or writes a new one there. */
public final class TokenFile {
  private static final int BYTES = 32;
  private static final int MIN_LENGTH = 20;
  private static final int MAX_SIZE = 1 << 12;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private TokenFile() {}

  /**
   * Returns the token in a file; where there is none, makes one that nobody but the user can read.
   *
   * @throws IOException with what is wrong with the file, for people
   */
  public static String token(Path file) throws IOException {
    return Files.exists(file) ? read(file) : create(file);
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
      throw new IOException(file + " is no file with a token");
    }
    if (posix(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.stream().anyMatch(OTHERS::contains)) {
        throw new IOException(
            "others may read or write " + file + "; 'chmod 600' it, with another token in it");
      }
    }
    String token = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (token.length() < MIN_LENGTH || token.lines().count() > 1) {
      throw new IOException(
          "the token in " + file + " has to be one line of " + MIN_LENGTH + " characters or more");
    }
    return token;
  }

  private static String create(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    FileAttribute<?>[] attributes =
        posix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (var out =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      out.write(StandardCharsets.UTF_8.encode(token + "\n"));
    } catch (FileAlreadyExistsException e) {
      return read(file);
    }
    return token;
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
