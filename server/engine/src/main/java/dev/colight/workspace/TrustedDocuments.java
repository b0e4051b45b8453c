package dev.colight.workspace;

import dev.colight.trust.Trust;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Knows which open documents are trusted. That takes a look at the disk, and so is found out by who
 * opens them or has changed what is trusted, not on the event thread; under a lock, so that of two
 * answers about a document the newer one is the last to be told.
 */
final class TrustedDocuments {
  private final Trust trust;
  private final Set<String> open = new HashSet<>();

  TrustedDocuments(Trust trust) {
    this.trust = trust;
  }

  /**
   * Opens a document.
   *
   * @param tell passes on whether it is trusted; must not wait
   */
  synchronized void open(String uri, Consumer<Boolean> tell) {
    open.add(uri);
    tell.accept(trust.trusts(uri));
  }

  /** Closes a document. */
  synchronized void close(String uri, Runnable tell) {
    open.remove(uri);
    tell.run();
  }

  /** Finds out anew about all of them. */
  synchronized void changed(BiConsumer<String, Boolean> tell) {
    for (String uri : List.copyOf(open)) {
      tell.accept(uri, trust.trusts(uri));
    }
  }
}
