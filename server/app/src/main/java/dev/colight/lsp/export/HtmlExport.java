package dev.colight.lsp.export;

import com.google.gson.JsonObject;
import dev.colight.display.Forms;
import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.jspecify.annotations.Nullable;

/** Writes a document as a page that needs nothing but itself. */
final class HtmlExport {
  private static final String FOLDER = "/dev/colight/page/";
  private static final String TEMPLATE = "export.html";

  /** Also draws Vega-Lite, and is so much larger. */
  private static final String TEMPLATE_WITH_VEGA = "export-vega.html";

  private static final String DATA = "/*COLIGHT-DATA*/null";

  private HtmlExport() {}

  static String of(DocumentSnapshot document, String title, @Nullable Instant time) {
    String name = FileName.of(document.uri());
    Presentation presentation =
        new Presentation(new Positions(document.text(), Encoding.UTF_16), Audience.FILE);
    // Escaped so that no text of a document can end the element that it stands in.
    var gson = new MessageJsonHandler(Map.of()).getGson().newBuilder().create();
    JsonObject data = new JsonObject();
    data.add("document", gson.toJsonTree(presentation.document(new Renamed(document, name))));
    data.addProperty("uri", name);
    data.addProperty("title", title);
    if (time != null) {
      data.addProperty("exported", time.toString());
    }
    String json = gson.toJson(data).replace("<", "\\u003c");
    return template(needsVega(document) ? TEMPLATE_WITH_VEGA : TEMPLATE).replace(DATA, json);
  }

  private static boolean needsVega(DocumentSnapshot document) {
    return document.blocks().stream()
        .map(BlockView::result)
        .filter(Objects::nonNull)
        .flatMap(result -> result.outputs().stream())
        .anyMatch(output -> output.mime().containsKey(Forms.VEGA_LITE));
  }

  private static String template(String name) {
    try (InputStream in = HtmlExport.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
