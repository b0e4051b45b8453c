package dev.colight.lsp.view;

import dev.colight.display.Forms;
import dev.colight.document.BlockId;
import dev.colight.protocol.Payload;
import dev.colight.workspace.OutputView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The forms of an output that go to a client.
 *
 * @param cut whether there would have been more
 */
record SentForms(Map<String, Payload> mime, boolean cut) {
  /**
   * Chooses what a client gets of an output. Plain text that is too large is cut; any other form
   * would make no sense in part, and is left out.
   */
  static SentForms of(OutputView output, Audience audience, String uri, BlockId block) {
    Map<String, Payload> mime = new LinkedHashMap<>();
    boolean cut = output.truncated();
    for (Map.Entry<String, String> form : output.mime().entrySet()) {
      String type = form.getKey();
      String content = form.getValue();
      boolean large = content.length() > audience.limit();
      PayloadLinks links = audience.links();
      if (!audience.takes(type)) {
        continue;
      }
      if (links != null && (large || type.equals(Forms.HTML))) {
        // A page has no other way to show a document's own HTML than in a frame with an address.
        mime.put(type, links.link(uri, block, type, content));
      } else if (!large) {
        mime.put(type, Payload.of(content));
      } else {
        cut = true;
        if (type.equals(Forms.TEXT)) {
          mime.put(type, Payload.of(Phrases.cut(content, audience.limit())));
        }
      }
    }
    return new SentForms(mime, cut);
  }
}
