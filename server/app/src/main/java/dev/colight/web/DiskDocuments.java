package dev.colight.web;

import dev.colight.lsp.ClientRegistry;
import dev.colight.lsp.LiveDocuments;
import dev.colight.lsp.Requests;
import dev.colight.lsp.Threads;
import dev.colight.protocol.FilesResult;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Documents as they are on disk: each is opened when the first page wants to see it, follows its
 * file, and is closed a while after the last one has gone, who may be about to come back.
 */
final class DiskDocuments implements DocumentSource {
  private static final Logger LOG = Logger.getLogger(DiskDocuments.class.getName());

  /** Least time between two looks for files, and how much longer it is than a look takes. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final int LOOK_SHARE = 20;
  private static final Range EVERYTHING = Range.of(0, 0, Integer.MAX_VALUE, 0);

  private final Shelf shelf;
  private final LiveDocuments documents;
  private final ClientRegistry registry;
  private final Duration linger;
  private final FileFollower follower = new FileFollower();
  private final ScheduledExecutorService closer =
      Executors.newSingleThreadScheduledExecutor(Threads.daemon("colight-closer"));

  /** What a page was told last that there is, or null before the first asks. */
  private final AtomicReference<@Nullable FilesResult> told = new AtomicReference<>();

  /** The documents that are open; guarded by this. */
  private final Map<String, Opened> open = new HashMap<>();

  private static final class Opened {
    final Path file;
    int users;
    int version = 1;
    String text = "";
    @Nullable Future<?> end;

    Opened(Path file) {
      this.file = file;
    }
  }

  /**
   * Creates them.
   *
   * @param linger how long a document stays open that nobody watches
   */
  DiskDocuments(Shelf shelf, LiveDocuments documents, ClientRegistry registry, Duration linger) {
    this.shelf = shelf;
    this.documents = documents;
    this.registry = registry;
    this.linger = linger;
  }

  @Override
  public FilesResult files() {
    FilesResult found = shelf.list();
    FilesResult before = told.getAndSet(found);
    if (before == null) {
      lookLater(LOOK.toNanos()); // from now on somebody wants to know
    } else if (!before.equals(found)) {
      registry.filesChanged(); // the others have heard of what was there before
    }
    return found;
  }

  /** Looks again and again whether there are other files, which may be many to look at. */
  private void look() {
    long began = System.nanoTime();
    FilesResult found = shelf.list();
    if (!found.equals(told.getAndSet(found))) {
      registry.filesChanged();
    }
    lookLater(Math.max(LOOK.toNanos(), LOOK_SHARE * (System.nanoTime() - began)));
  }

  private void lookLater(long nanos) {
    try {
      var unused = closer.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "nobody wants to know any more", e);
    }
  }

  @Override
  public synchronized void acquire(String uri) {
    Opened opened = open.get(uri);
    if (opened == null) {
      opened = open(uri);
      open.put(uri, opened);
    }
    opened.users++;
    if (opened.end != null) {
      opened.end.cancel(false);
      opened.end = null;
    }
  }

  private Opened open(String uri) {
    Path file =
        shelf
            .find(uri)
            .orElseThrow(() -> Requests.invalid("There is no such document here: " + uri));
    Opened opened = new Opened(file);
    try {
      opened.text = follower.follow(file, text -> changed(uri, opened, text));
    } catch (UnreadableException e) {
      throw Requests.invalid(e.reason());
    }
    documents.open(uri, opened.version, opened.text);
    return opened;
  }

  private synchronized void changed(String uri, Opened opened, String text) {
    if (shelf.find(uri).isEmpty()) {
      return; // it has become a link that leads out
    }
    if (open.get(uri) == opened && !text.equals(opened.text)) {
      opened.text = text;
      documents.change(uri, ++opened.version, List.of(new TextEdit(EVERYTHING, text)));
      documents.save(uri);
    }
  }

  @Override
  public synchronized void release(String uri) {
    Opened opened = open.get(uri);
    if (opened != null && --opened.users == 0) {
      opened.end =
          closer.schedule(() -> close(uri, opened), linger.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void close(String uri, Opened opened) {
    if (opened.users == 0 && open.remove(uri, opened)) {
      follower.unfollow(opened.file);
      documents.close(uri);
      registry.closed(documents, uri);
    }
  }

  @Override
  public synchronized void close() {
    closer.shutdownNow();
    follower.close();
    open.keySet().forEach(documents::close);
    open.clear();
  }
}
