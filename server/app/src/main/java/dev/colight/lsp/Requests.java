package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.WorkspaceNames;
import dev.colight.lsp.export.Exports;
import dev.colight.lsp.export.Format;
import dev.colight.lsp.view.Presentation;
import dev.colight.lsp.view.Reading;
import dev.colight.protocol.CancelResult;
import dev.colight.protocol.ExpandParams;
import dev.colight.protocol.ExpandResult;
import dev.colight.protocol.ExportParams;
import dev.colight.protocol.ExportResult;
import dev.colight.protocol.InputParams;
import dev.colight.protocol.RunResult;
import dev.colight.workspace.DocumentSnapshot;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one client, away from the thread that reads them: each from one snapshot,
 * which is at least as new as all that the client had sent before it asked.
 */
public final class Requests {

  private static final int MAX_INPUT_NAME = 1_000;
  private static final int MAX_INPUT_VALUE = 1 << 16;

  private static final int MAX_PARTS = 1_000;
  private static final int MAX_REFERENCE = 10_000;

  private final LiveDocuments documents;
  private final ClientSession session;
  private final Executor threads;

  /** Creates what answers the requests of a session, on threads that may be busy for long. */
  public Requests(LiveDocuments documents, ClientSession session, Executor threads) {
    this.documents = documents;
    this.session = session;
    this.threads = threads;
  }

  /** Answers from a document, or with {@code none} where it is not open. */
  public <T> CompletableFuture<T> read(String uri, T none, Function<Reading, T> handler) {
    return documents
        .current(uri)
        .thenApplyAsync(
            document -> document == null ? none : handler.apply(session.reading(document)),
            threads);
  }

  /** Answers from a document, or with an error where it is not open. */
  public <T> CompletableFuture<T> read(String uri, Function<Reading, T> handler) {
    return documents
        .current(uri)
        .thenApplyAsync(document -> handler.apply(session.reading(open(uri, document))), threads);
  }

  /** Answers from all documents that are open, and may run. */
  public <T> CompletableFuture<T> readAll(Function<List<DocumentSnapshot>, T> handler) {
    return CompletableFuture.supplyAsync(
        () ->
            handler.apply(
                documents.documents().stream()
                    .map(documents::snapshot)
                    .filter(Objects::nonNull)
                    .filter(DocumentSnapshot::trusted)
                    .toList()),
        threads);
  }

  /** Answers from all documents that are open, each at least as new as what was sent of it. */
  public <T> CompletableFuture<T> readCurrent(Function<List<DocumentSnapshot>, T> handler) {
    List<CompletableFuture<@Nullable DocumentSnapshot>> all =
        documents.documents().stream().map(documents::current).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApplyAsync(
            done ->
                handler.apply(
                    all.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList()),
            threads);
  }

  /** Returns what there is to know of the names that other files than documents declare. */
  WorkspaceNames names() {
    return documents.otherFiles().names();
  }

  /** Runs all blocks, or some; answers with the number of the run. */
  public CompletableFuture<RunResult> run(
      String uri, @Nullable List<String> blocks, boolean force) {
    requireTrust(uri);
    documents.run(uri, blocks == null ? null : ids(blocks), force);
    return newestRun(uri);
  }

  /** Ends the run under way; answers whether there was one. */
  public CompletableFuture<CancelResult> cancel(String uri) {
    DocumentSnapshot before = documents.snapshot(uri);
    documents.cancel(uri);
    return CompletableFuture.completedFuture(new CancelResult(before != null && before.running()));
  }

  /** Starts a document afresh; answers with the number of the run. */
  public CompletableFuture<RunResult> restart(String uri) {
    requireTrust(uri);
    documents.restart(uri);
    return newestRun(uri);
  }

  /** Moves an input. */
  public void input(InputParams moved) {
    if (moved.name().length() > MAX_INPUT_NAME || moved.value().length() > MAX_INPUT_VALUE) {
      throw invalid("An input's name or value is too long");
    }
    documents.input(
        moved.uri(), ids(List.of(moved.block())).iterator().next(), moved.name(), moved.value());
  }

  /** Gives more of a value that is shown. */
  public CompletableFuture<ExpandResult> expand(ExpandParams asked) {
    int offset = asked.offset() == null ? 0 : asked.offset();
    int limit = asked.limit() == null ? MAX_PARTS : Math.min(MAX_PARTS, asked.limit());
    if (offset < 0 || limit < 0 || asked.ref().length() > MAX_REFERENCE) {
      throw invalid("There are no such parts");
    }
    return documents
        .expand(asked.uri(), asked.ref(), offset, limit)
        .thenApplyAsync(
            expansion -> {
              if (expansion == null) {
                throw notOpen(asked.uri());
              }
              return Presentation.expansion(expansion);
            },
            threads);
  }

  /** Writes a document in another format. */
  public CompletableFuture<ExportResult> export(ExportParams params) {
    Format format =
        Format.of(params.format())
            .orElseThrow(() -> invalid("There is no format " + params.format()));
    return read(
        params.uri(),
        reading -> new ExportResult(Exports.of(format, reading.document(), Instant.now())));
  }

  private void requireTrust(String uri) {
    DocumentSnapshot document = documents.snapshot(uri);
    if (document != null && !document.trusted()) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.RequestFailed,
              "The document is not trusted, and so it does not run.",
              null));
    }
  }

  private CompletableFuture<RunResult> newestRun(String uri) {
    return read(uri, reading -> new RunResult(reading.document().run()));
  }

  private static DocumentSnapshot open(String uri, @Nullable DocumentSnapshot document) {
    if (document == null) {
      throw notOpen(uri);
    }
    return document;
  }

  private static Set<BlockId> ids(List<String> names) {
    Set<BlockId> ids = new LinkedHashSet<>();
    for (String name : names) {
      BlockId id = BlockId.parse(name);
      if (id == null) {
        throw invalid("Not the id of a block: " + name);
      }
      ids.add(id);
    }
    return ids;
  }

  /** Returns the error for a document that is not open. */
  public static ResponseErrorException notOpen(String uri) {
    return invalid("The document is not open: " + uri);
  }

  /** Returns the error for parameters that make no sense. */
  public static ResponseErrorException invalid(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }
}
