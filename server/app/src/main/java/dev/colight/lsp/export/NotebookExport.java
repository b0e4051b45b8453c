package dev.colight.lsp.export;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.colight.display.Forms;
import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Hidden;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes a document as a Jupyter notebook, in version 4.5 of its format. */
final class NotebookExport {
  /** Forms that only our own page can read. */
  private static final String OWN = "application/vnd.colight.";

  private NotebookExport() {}

  static String of(DocumentSnapshot document) {
    Hidden hidden = Hidden.in(document);
    JsonArray cells = new JsonArray();
    int count = 0;
    for (BlockView block : document.blocks()) {
      if (block.kind() == BlockKind.PROSE) {
        if (!hidden.prose(block)) {
          cells.add(cell("markdown", block, Objects.requireNonNullElse(block.text(), "")));
        }
      } else {
        cells.add(code(block, hidden, block.result() == null ? 0 : ++count));
      }
    }
    JsonObject notebook = new JsonObject();
    notebook.add("cells", cells);
    notebook.add("metadata", metadata());
    notebook.addProperty("nbformat", 4);
    notebook.addProperty("nbformat_minor", 5);
    return new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create()
            .toJson(notebook)
        + "\n";
  }

  private static JsonObject metadata() {
    JsonObject kernel = new JsonObject();
    kernel.addProperty("display_name", "Java");
    kernel.addProperty("language", "java");
    kernel.addProperty("name", "java");
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("file_extension", ".jsh");
    language.addProperty("mimetype", "text/x-java");
    JsonObject metadata = new JsonObject();
    metadata.add("kernelspec", kernel);
    metadata.add("language_info", language);
    return metadata;
  }

  private static JsonObject cell(String type, BlockView block, String source) {
    JsonObject cell = new JsonObject();
    cell.addProperty("cell_type", type);
    cell.addProperty("id", block.id().toString());
    cell.add("metadata", new JsonObject());
    cell.add("source", lines(source));
    return cell;
  }

  /** Returns a cell with the number of its run, 0 for none. */
  private static JsonObject code(BlockView block, Hidden hidden, int count) {
    JsonObject cell = cell("code", block, String.join("\n", block.lines()));
    if (hidden.code(block)) {
      JsonObject jupyter = new JsonObject();
      jupyter.addProperty("source_hidden", true);
      cell.getAsJsonObject("metadata").add("jupyter", jupyter);
    }
    number(cell, count);
    JsonArray outputs = new JsonArray();
    ResultView shown = Shown.of(block);
    if (shown != null) {
      for (OutputView output : Shown.outputs(shown, !hidden.values(block))) {
        outputs.add(Shown.isStream(output) ? stream(output) : bundle(output, count));
      }
      if (shown.error() != null) {
        outputs.add(error(shown.error()));
      }
    }
    cell.add("outputs", outputs);
    return cell;
  }

  private static void number(JsonObject of, int count) {
    if (count == 0) {
      of.add("execution_count", JsonNull.INSTANCE);
    } else {
      of.addProperty("execution_count", count);
    }
  }

  private static JsonObject stream(OutputView output) {
    JsonObject stream = new JsonObject();
    stream.addProperty("output_type", "stream");
    stream.addProperty("name", output.kind() == Kind.STDERR ? "stderr" : "stdout");
    stream.add("text", lines(output.text()));
    return stream;
  }

  private static JsonObject bundle(OutputView output, int count) {
    boolean value = output.kind() == Kind.VALUE;
    JsonObject bundle = new JsonObject();
    bundle.addProperty("output_type", value ? "execute_result" : "display_data");
    if (value) {
      number(bundle, count);
    }
    JsonObject data = new JsonObject();
    TableForm.parse(output.mime().get(Forms.TABLE))
        .ifPresent(table -> data.add(Forms.HTML, lines(table.html())));
    // In an order of their own, so that equal documents make equal files.
    for (Map.Entry<String, String> form : new TreeMap<>(output.mime()).entrySet()) {
      String type = form.getKey();
      if (!type.startsWith(OWN) && !data.has(type)) {
        data.add(type, isJson(type) ? json(form.getValue()) : form(type, output));
      }
    }
    bundle.add("data", data);
    bundle.add("metadata", new JsonObject());
    return bundle;
  }

  private static JsonElement form(String type, OutputView output) {
    String text = output.mime().getOrDefault(type, "");
    if (type.equals("text/latex")) {
      return lines("$$" + text + "$$");
    }
    boolean named = type.equals(Forms.TEXT) && output.name() != null;
    return lines(named ? output.name() + " = " + text : text);
  }

  private static boolean isJson(String type) {
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static JsonElement json(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }

  private static JsonObject error(ErrorView error) {
    JsonObject result = new JsonObject();
    result.addProperty("output_type", "error");
    result.addProperty("ename", Objects.requireNonNullElse(error.type(), "Error"));
    result.addProperty("evalue", error.message());
    JsonArray trace = new JsonArray();
    MarkdownExport.error(error).lines().forEach(trace::add);
    result.add("traceback", trace);
    return result;
  }

  /** Returns a text as a list of its lines, each with what ends it. */
  private static JsonArray lines(String text) {
    JsonArray lines = new JsonArray();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
