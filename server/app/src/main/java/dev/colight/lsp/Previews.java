package dev.colight.lsp;

import org.jspecify.annotations.Nullable;

/** Shows the documents of a workspace in a browser. */
public interface Previews extends AutoCloseable {
  /** Makes them for the documents that a process serves. */
  interface Factory {
    /**
     * Makes previews.
     *
     * @param registry hears what happens in the documents, and knows the editor
     * @param trust says which documents may run
     */
    Previews of(LiveDocuments documents, ClientRegistry registry, DocumentTrust trust);
  }

  /**
   * Returns where the page is, with a token that is good once. May wait.
   *
   * @param document what it shows at first
   * @throws IllegalStateException where it cannot be served; the message says why
   */
  String url(@Nullable String document);

  @Override
  void close();
}
