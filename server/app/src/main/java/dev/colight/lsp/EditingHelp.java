package dev.colight.lsp;

import dev.colight.lsp.feature.Completions;
import dev.colight.lsp.feature.SignatureHelps;
import dev.colight.lsp.view.Reading;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.jspecify.annotations.Nullable;

/**
 * Answers what one client asks with each key that is struck, on a thread of its own, so that it
 * waits for nothing else. Of questions that wait only the newest is worth an answer.
 */
final class EditingHelp {
  private final LiveDocuments documents;
  private final ClientSession session;
  private final Executor thread;
  private final AtomicLong completions = new AtomicLong();
  private final AtomicLong signatures = new AtomicLong();
  private final AtomicBoolean prepared = new AtomicBoolean();

  EditingHelp(LiveDocuments documents, ClientSession session, Executor thread) {
    this.documents = documents;
    this.session = session;
    this.thread = thread;
  }

  CompletableFuture<CompletionList> completion(String uri, Position position) {
    return newest(
        completions,
        uri,
        Completions.none(true),
        reading ->
            Completions.of(
                reading,
                reading.assistant(),
                session.abilities().editing(),
                reading.positions().fromLsp(position)));
  }

  /**
   * Has ready what the first completion needs: the language lists the types that there are, and
   * reads those that are imported. Once, when a document is there and has run, so that nothing
   * which somebody waits for takes longer.
   */
  void prepare(String uri) {
    if (!prepared.getAndSet(true)) {
      var unused =
          documents
              .current(uri)
              .thenAcceptAsync(
                  document -> {
                    if (document != null) {
                      Reading reading = session.reading(document);
                      reading.assistant().complete(document.scene(), document.text().end());
                    }
                  },
                  thread);
    }
  }

  CompletableFuture<CompletionItem> resolve(CompletionItem item) {
    return CompletableFuture.supplyAsync(
        () -> Completions.resolve(item, documents.assistant()), thread);
  }

  CompletableFuture<@Nullable SignatureHelp> signatureHelp(String uri, Position position) {
    return newest(
            signatures,
            uri,
            Optional.<SignatureHelp>empty(),
            reading ->
                SignatureHelps.of(
                    reading, reading.assistant(), reading.positions().fromLsp(position)))
        .thenApply(found -> found.orElse(null));
  }

  /** A cancelled question is not worked on either, where that has not begun. */
  private <T> CompletableFuture<T> newest(
      AtomicLong asked, String uri, T superseded, Function<Reading, T> handler) {
    long number = asked.incrementAndGet();
    return documents
        .current(uri)
        .thenApplyAsync(
            document ->
                document == null || asked.get() != number
                    ? superseded
                    : handler.apply(session.reading(document)),
            thread);
  }
}
