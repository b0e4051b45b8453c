package dev.colight.lsp;

import dev.colight.lsp.view.TrustOptions;
import dev.colight.protocol.TrustScope;
import dev.colight.trust.Grants;
import dev.colight.trust.Place;
import dev.colight.trust.Trust;
import dev.colight.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one server may run: what the user trusts for good, what the command line or the client's
 * options add for this session, and what is in no file yet. Safe for use by several threads.
 */
public final class DocumentTrust implements Trust, AutoCloseable {
  /** How soon what another process changed in the store is heard of. */
  private static final int LOOK_MILLIS = 500;

  /**
   * Where people keep all sorts of things: trusting one document must not trust these by a slip.
   */
  private static final Set<Path> BROAD =
      Set.of(
          Place.of(Path.of(System.getProperty("user.home"))).target(),
          Place.of(Path.of(System.getProperty("java.io.tmpdir"))).target());

  private final @Nullable TrustStore store;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Threads.daemon("colight-trust"));

  /** What holds for this session. */
  private volatile Grants session;

  /** Whether who opens documents has asked already. */
  private volatile boolean all;

  /** Documents on no disk of this machine, which the store could not name. */
  private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();

  private volatile Set<Path> workspaceFolders = Set.of();
  private volatile Runnable changed = () -> {};

  private DocumentTrust(@Nullable TrustStore store, boolean all, Grants session) {
    this.store = store;
    this.all = all;
    this.session = session;
  }

  /** Trusts everything, for a process that was started for that. */
  public static DocumentTrust ofAll() {
    return new DocumentTrust(null, true, Grants.NONE);
  }

  /**
   * Trusts what a store says.
   *
   * @param session what is trusted besides, as long as this process runs
   */
  public static DocumentTrust of(TrustStore store, Grants session) {
    return new DocumentTrust(store, false, session);
  }

  /** Takes in what a client said when it was initialized. */
  void take(TrustOptions options) {
    all |= options.all();
    for (Path folder : options.folders()) {
      session = session.withFolder(folder);
    }
    workspaceFolders = options.workspaceFolders();
  }

  /** Tells whether there is anything in a file that may run. */
  public boolean trustsAnything() {
    return all
        || !session.equals(Grants.NONE)
        || (store != null && !store.read().equals(Grants.NONE));
  }

  /** Tells whether documents in a folder that the client has open may run. */
  boolean expectsTrusted() {
    return all
        || workspaceFolders.stream()
            .anyMatch(folder -> trusts(folder.resolve("a document").toUri().toString()));
  }

  /**
   * Has somebody told when something else is trusted than before, also by other processes.
   *
   * @param listener must not wait
   */
  public void follow(Runnable listener) {
    changed = listener;
    if (store != null) {
      Grants[] last = {store.read()};
      Future<?> unused =
          looking.scheduleWithFixedDelay(
              () -> {
                Grants now = store.read();
                if (!now.equals(last[0])) {
                  last[0] = now;
                  changed.run();
                }
              },
              LOOK_MILLIS,
              LOOK_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public boolean trusts(String uri) {
    return all
        || Place.isUnsaved(uri)
        || Place.of(uri)
            .map(place -> session.cover(place) || (store != null && store.read().cover(place)))
            .orElseGet(() -> elsewhere.contains(uri));
  }

  /**
   * Trusts a document, or its folder, for good.
   *
   * @throws IOException where that cannot be kept; it is not trusted then
   */
  void grant(String uri, TrustScope scope) throws IOException {
    Optional<Place> place = Place.of(uri);
    if (place.isEmpty()) {
      elsewhere.add(uri);
    } else if (store != null) {
      store.change(grants -> with(grants, place.get(), scope));
    }
    changed.run();
  }

  private Grants with(Grants grants, Place place, TrustScope scope) {
    Path folder = scope == TrustScope.FOLDER ? folder(place) : null;
    Grants more = folder == null ? grants : grants.withFolder(folder);
    // A link in the folder leads elsewhere: who asks for its folder means it, too.
    return more.cover(place) ? more : more.withDocument(place);
  }

  /**
   * Takes back all that lets a document run, and with it all else that the same grant covers.
   *
   * @throws IOException where that cannot be kept
   */
  void revoke(String uri) throws IOException {
    elsewhere.remove(uri);
    Optional<Place> place = Place.of(uri);
    if (place.isPresent()) {
      session = session.withoutCover(place.get());
      if (store != null) {
        store.change(grants -> grants.withoutCover(place.get()));
      }
    }
    changed.run();
  }

  /** Returns the folder that is meant by that of a document; null where there is none to trust. */
  @Nullable Path folder(String uri) {
    return Place.of(uri).map(this::folder).orElse(null);
  }

  /** The innermost folder that the client has open, or else the document's own. */
  private @Nullable Path folder(Place place) {
    Path own = place.paths().get(0).getParent();
    if (own == null || isBroad(own)) {
      return null;
    }
    return workspaceFolders.stream()
        .filter(folder -> own.startsWith(folder) && !isBroad(folder))
        .max(Comparator.comparingInt(Path::getNameCount))
        .orElse(own);
  }

  private static boolean isBroad(Path folder) {
    return BROAD.stream().anyMatch(broad -> broad.startsWith(folder));
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
