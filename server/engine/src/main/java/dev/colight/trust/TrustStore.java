package dev.colight.trust;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user trusts for good: a file of theirs, one grant a line. It is replaced as a whole, so
 * that nobody reads half of it, and under a lock, so that of two servers that change it neither
 * undoes what the other did. Where others may write to it, it counts for nothing.
 */
public final class TrustStore {
  private static final Logger LOG = Logger.getLogger(TrustStore.class.getName());

  private static final String FOLDER = "folder ";
  private static final String DOCUMENT = "document ";
  private static final String HEAD =
      "# Folders and documents that Colight Live may run: see 'colight trust'.";
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** One at a time in this process; the lock of the file keeps others out. */
  private static final Object WRITING = new Object();

  private final Path file;

  /** Guarded by this. */
  private @Nullable Read last;

  /**
   * What was read.
   *
   * @param stamp differs where the file does, null where there is none
   */
  private record Read(@Nullable Stamp stamp, Grants grants) {}

  private record Stamp(Object modified, long size, @Nullable Object key) {}

  /** Opens a store, whose file need not be there. */
  public TrustStore(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Opens the store of the user who runs this. */
  public static TrustStore ofUser() {
    return new TrustStore(
        stateFolder(System.getenv(), System.getProperty("user.home")).resolve("trust"));
  }

  static Path stateFolder(Map<String, String> environment, String home) {
    for (String name : List.of("XDG_STATE_HOME", "LOCALAPPDATA")) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty() && Path.of(value).isAbsolute()) {
        return Path.of(value, "colight");
      }
    }
    return Path.of(home, ".local", "state", "colight");
  }

  /** Returns where it is. */
  public Path file() {
    return file;
  }

  /** Returns what is granted now. */
  public synchronized Grants read() {
    Stamp stamp = stamp();
    Read present = last;
    if (present == null || stamp == null || !stamp.equals(present.stamp)) {
      present = new Read(stamp, stamp == null ? Grants.NONE : parse());
      last = present;
    }
    return present.grants;
  }

  /**
   * Changes what is granted; returns what was granted before.
   *
   * @throws IOException where it cannot be written
   */
  public Grants change(UnaryOperator<Grants> change) throws IOException {
    Path folder = file.resolveSibling(".").normalize();
    synchronized (WRITING) {
      Files.createDirectories(folder, ownersAlone(folder, "rwx------"));
      Path lock = folder.resolve(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(
                  lock,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  ownersAlone(folder, "rw-------"));
          FileLock held = channel.lock()) {
        Grants before = held.isValid() && stamp() != null ? parse() : Grants.NONE;
        Grants after = change.apply(before);
        if (!after.equals(before)) {
          write(folder, after);
        }
        return before;
      }
    }
  }

  private void write(Path folder, Grants grants) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    lines(FOLDER, grants.folders()).forEach(lines::add);
    lines(DOCUMENT, grants.documents()).forEach(lines::add);
    Path fresh =
        Files.createTempFile(
            folder, String.valueOf(file.getFileName()), ".new", ownersAlone(folder, "rw-------"));
    try {
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A URI holds any name, line breaks included, and as bytes, whatever the locale. */
  private static Stream<String> lines(String kind, Set<Path> paths) {
    return paths.stream().sorted().map(path -> kind + path.toUri());
  }

  private Grants parse() {
    try {
      if (othersMayWrite()) {
        LOG.warning(() -> "others may write to " + file + ", so nothing in it is trusted");
        return Grants.NONE;
      }
      Set<Path> folders = new HashSet<>();
      Set<Path> documents = new HashSet<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        add(folders, FOLDER, line);
        add(documents, DOCUMENT, line);
      }
      return new Grants(folders, documents);
    } catch (NoSuchFileException e) {
      return Grants.NONE;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "nothing is trusted, as " + file + " cannot be read", e);
      return Grants.NONE;
    }
  }

  private static void add(Set<Path> paths, String kind, String line) {
    if (line.startsWith(kind)) {
      try {
        paths.add(Path.of(URI.create(line.substring(kind.length()).strip())));
      } catch (IllegalArgumentException | FileSystemNotFoundException e) {
        LOG.log(Level.WARNING, "not a grant of trust: " + line, e);
      }
    }
  }

  private boolean othersMayWrite() throws IOException {
    return posix(file)
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_WRITE::contains);
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownersAlone(Path where, String permissions) {
    return posix(where)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private @Nullable Stamp stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (IOException e) {
      return null;
    }
  }
}
