package dev.colight.web;

import dev.colight.document.BlockId;
import dev.colight.lsp.LiveDocuments;
import dev.colight.lsp.Threads;
import dev.colight.lsp.view.PayloadLinks;
import dev.colight.protocol.Payload;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ResultView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What pages load by address: forms of outputs that are too large to be sent along. An address is
 * made of the content, so that equal content has one, and what is behind it never changes. Content
 * that no block shows any more is dropped, but not before a page that has just been told of it had
 * the time to ask for it.
 */
final class PayloadStore implements PayloadLinks, AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);
  private static final long MAX_WEIGHT = 1L << 28;

  private final LiveDocuments documents;
  private final Clock clock;
  private final Duration grace;
  private final long maxWeight;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(Threads.daemon("colight-payloads"));

  /** By address, the oldest first; guarded by this. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Of all contents, in UTF-16 code units; guarded by this. */
  private long weight;

  /** A block that shows a content. */
  private record Owner(String uri, BlockId block) {}

  private static final class Entry {
    final StoredPayload payload;
    final Set<Owner> owners = new HashSet<>();

    /** Since when no block shows it, as far as is known. */
    @Nullable Instant unused;

    Entry(StoredPayload payload) {
      this.payload = payload;
    }
  }

  /** Makes a store with the usual bounds, which cleans itself up. */
  static PayloadStore of(LiveDocuments documents) {
    PayloadStore store = new PayloadStore(documents, Clock.systemUTC(), GRACE, MAX_WEIGHT);
    long pause = BETWEEN_SWEEPS.toMillis();
    var unused =
        store.sweeper.scheduleWithFixedDelay(store::sweep, pause, pause, TimeUnit.MILLISECONDS);
    return store;
  }

  /**
   * Makes a store.
   *
   * @param grace how long a content is kept that no block shows
   * @param maxWeight of all contents; the oldest go first
   */
  PayloadStore(LiveDocuments documents, Clock clock, Duration grace, long maxWeight) {
    this.documents = documents;
    this.clock = clock;
    this.grace = grace;
    this.maxWeight = maxWeight;
  }

  @Override
  public Payload link(String uri, BlockId block, String type, String content) {
    StoredPayload payload = StoredPayload.of(type, content);
    synchronized (this) {
      Entry entry = entries.get(payload.address());
      if (entry == null) {
        entry = new Entry(payload);
        entries.put(payload.address(), entry);
        weight += content.length();
        trim();
      }
      entry.owners.add(new Owner(uri, block));
      entry.unused = null;
    }
    return Payload.at(payload.path(), payload.size());
  }

  /** Returns the content at an address. */
  synchronized Optional<StoredPayload> get(String address) {
    return Optional.ofNullable(entries.get(address)).map(entry -> entry.payload);
  }

  /** Drops what no block has shown for a while. */
  synchronized void sweep() {
    Instant now = clock.instant();
    entries
        .values()
        .removeIf(
            entry -> {
              entry.owners.removeIf(owner -> !shows(owner, entry.payload));
              if (!entry.owners.isEmpty()) {
                entry.unused = null;
                return false;
              }
              if (entry.unused == null) {
                entry.unused = now;
              }
              boolean old = !now.isBefore(entry.unused.plus(grace));
              weight -= old ? entry.payload.content().length() : 0;
              return old;
            });
  }

  private boolean shows(Owner owner, StoredPayload payload) {
    DocumentSnapshot document = documents.snapshot(owner.uri);
    BlockView block = document == null ? null : document.block(owner.block);
    if (block == null) {
      return false;
    }
    // What a block that runs has shown so far is in no snapshot.
    return block.state() == BlockState.RUNNING
        || Stream.of(Optional.ofNullable(block.shown()), Optional.ofNullable(block.result()))
            .flatMap(Optional::stream)
            .anyMatch(result -> holds(result, payload));
  }

  private static boolean holds(ResultView result, StoredPayload payload) {
    return result.outputs().stream()
        .anyMatch(output -> payload.content().equals(output.mime().get(payload.type())));
  }

  private void trim() {
    var oldest = entries.values().iterator();
    while (weight > maxWeight && entries.size() > 1) {
      weight -= oldest.next().payload.content().length();
      oldest.remove();
    }
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
  }
}
