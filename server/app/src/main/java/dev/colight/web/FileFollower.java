package dev.colight.web;

import dev.colight.lsp.Threads;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is in files, each time that this has changed: written in place or replaced by renaming
 * another, gone for a while or reached by a link. The system says when to look, and where it does
 * not, a look now and then has to do.
 */
final class FileFollower implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FileFollower.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Map<Path, Followed> files = new ConcurrentHashMap<>();
  private final @Nullable WatchService service = newService();
  private final Thread thread = Threads.daemon("colight-files").newThread(this::follow);

  private record Followed(Settling settling, Consumer<String> reader, @Nullable WatchKey folder) {}

  FileFollower() {
    thread.start();
  }

  /**
   * Reads a file, and from there on tells of what it holds.
   *
   * @param reader gets each text that is another than the one before; called on one thread
   */
  String follow(Path file, Consumer<String> reader) throws UnreadableException {
    FileState state = FileState.of(file);
    String text = TextFile.read(file);
    files.put(file, new Followed(new Settling(state), reader, watch(file)));
    return text;
  }

  /** Tells no more of a file. */
  void unfollow(Path file) {
    Followed followed = files.remove(file);
    WatchKey folder = followed == null ? null : followed.folder;
    // One key stands for all files of a folder.
    if (folder != null && files.values().stream().noneMatch(other -> folder.equals(other.folder))) {
      folder.cancel();
    }
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        boolean waits = false;
        for (Map.Entry<Path, Followed> entry : files.entrySet()) {
          Followed followed = entry.getValue();
          if (followed.settling.look(FileState.of(entry.getKey()), System.nanoTime())) {
            read(entry.getKey(), followed.reader);
          }
          waits |= followed.settling.waits();
        }
        await(waits ? Settling.QUIET.dividedBy(2) : BETWEEN_LOOKS);
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.log(Level.FINE, "files are not followed any more", e);
    }
  }

  private static void read(Path file, Consumer<String> reader) {
    try {
      reader.accept(TextFile.read(file));
    } catch (UnreadableException e) {
      LOG.warning(e.reason());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a change of a file could not be told", e);
    }
  }

  private void await(Duration time) throws InterruptedException {
    if (service == null) {
      Thread.sleep(time.toMillis());
      return;
    }
    for (WatchKey key = service.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        key != null;
        key = service.poll()) {
      key.pollEvents();
      key.reset();
    }
  }

  private @Nullable WatchKey watch(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (service == null || folder == null) {
      return null;
    }
    try {
      return folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      LOG.log(Level.FINE, "the system does not tell of changes in " + folder, e);
      return null;
    }
  }

  private static @Nullable WatchService newService() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.FINE, "the system does not tell of changes of files", e);
      return null;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "changes of files are not followed any more", e);
      }
    }
  }
}
