package dev.colight.lsp;

import dev.colight.lsp.view.CommandNames;
import dev.colight.lsp.view.Phrases;
import dev.colight.protocol.TrustParams;
import dev.colight.protocol.TrustScope;
import dev.colight.trust.Place;
import dev.colight.workspace.WorkspaceEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a document that was opened is trusted, once for each folder. Who does not answer is
 * not asked again: lenses, code actions and commands stay.
 */
final class TrustWatcher implements EventWatcher {
  private static final int MAX_NAME = 200;

  private final LanguageClient client;
  private final DocumentTrust trust;
  private final TrustRequests requests;
  private final boolean asks;
  private final Set<String> asked = new HashSet<>();

  /**
   * Creates it.
   *
   * @param asks whether the client can be asked
   */
  TrustWatcher(LanguageClient client, DocumentTrust trust, TrustRequests requests, boolean asks) {
    this.client = client;
    this.trust = trust;
    this.requests = requests;
    this.asks = asks;
  }

  /** Returns how people call a document. */
  static String name(String uri) {
    String path = Place.of(uri).map(place -> place.paths().get(0).toString()).orElse(uri);
    return shown(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A name may hold what an editor would take for another line. */
  private static String shown(String name) {
    return Phrases.line(name, MAX_NAME);
  }

  @Override
  public void on(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.TrustChanged changed && !changed.trusted()) {
      Path folder = trust.folder(event.uri());
      if (asked.add(folder == null ? event.uri() : folder.toString())) {
        if (asks) {
          ask(event.uri(), folder);
        } else {
          tell(event.uri());
        }
      }
    }
  }

  private void ask(String uri, @Nullable Path folder) {
    Map<String, TrustScope> answers = new LinkedHashMap<>();
    answers.put("Trust this document", TrustScope.DOCUMENT);
    if (folder != null) {
      answers.put("Trust all in " + shown(folder.toString()), TrustScope.FOLDER);
    }
    List<MessageActionItem> items = new ArrayList<>();
    answers.keySet().forEach(answer -> items.add(new MessageActionItem(answer)));
    items.add(new MessageActionItem("Do not run it"));
    ShowMessageRequestParams question = new ShowMessageRequestParams(items);
    question.setType(MessageType.Warning);
    // Without a full stop: editors add a colon, and the answers.
    question.setMessage(
        "Colight: do you trust "
            + name(uri)
            + "? A live document runs as it is opened and edited,"
            + " and its code may do all that you may do");
    var unused =
        client
            .showMessageRequest(question)
            .thenAccept(
                chosen -> {
                  TrustScope scope = chosen == null ? null : answers.get(chosen.getTitle());
                  if (scope != null) {
                    var unusedAnswer = requests.trustAndTell(new TrustParams(uri, true, scope));
                  }
                });
  }

  private void tell(String uri) {
    client.showMessage(
        new MessageParams(
            MessageType.Warning,
            "Colight: "
                + name(uri)
                + " is not trusted, and so it does not run. Trust it by its"
                + " code action, the command "
                + CommandNames.TRUST
                + ", or 'colight trust add'."));
  }

  @Override
  public void closed(String uri) {
    // Who opens it again has been asked.
  }
}
