package dev.colight.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page shows, by nothing but what it is told. Fails where it is told something twice, or
 * where something must have been left out.
 */
final class PageModel {
  private final Map<String, JsonObject> blocks = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();
  private final Map<String, List<String>> streamed = new HashMap<>();
  private List<String> order = new ArrayList<>();
  private int run;
  private boolean running;

  /** Begins with all of a document. */
  PageModel(JsonObject document) {
    run = document.get("run").getAsInt();
    // Whether that run is still under way, only its end tells.
    running = true;
    for (JsonElement block : document.getAsJsonArray("blocks")) {
      info(block.getAsJsonObject());
      order.add(id(block.getAsJsonObject()));
    }
    for (JsonElement result : document.getAsJsonArray("results")) {
      result(result.getAsJsonObject());
    }
  }

  void take(JsonObject message) {
    if (!message.has("params")) {
      return;
    }
    JsonObject params = message.getAsJsonObject("params");
    switch (PageClient.method(message)) {
      case "colight/runStart" -> start(params);
      case "colight/blockResult" -> {
        check(params.get("run").getAsInt() == run, "a result of run " + params.get("run"));
        info(params.getAsJsonObject("block"));
        result(params);
      }
      case "colight/blockOutput" -> output(params);
      case "colight/runEnd" -> {
        check(running && params.get("run").getAsInt() == run, "the end of " + params.get("run"));
        running = false;
      }
      default -> {}
    }
  }

  private void start(JsonObject params) {
    check(params.get("run").getAsInt() == run + 1, "run " + params.get("run") + " after " + run);
    run++;
    running = true;
    for (JsonElement id : params.getAsJsonArray("removed")) {
      check(blocks.remove(id.getAsString()) != null, "the end of a block that is not there");
      shown.remove(id.getAsString());
      streamed.remove(id.getAsString());
    }
    params.getAsJsonArray("blocks").forEach(block -> info(block.getAsJsonObject()));
    if (params.has("order")) {
      order = new ArrayList<>();
      params.getAsJsonArray("order").forEach(id -> order.add(id.getAsString()));
    }
  }

  private void info(JsonObject block) {
    blocks.put(id(block), block);
  }

  private void result(JsonObject result) {
    String id = id(result.getAsJsonObject("block"));
    if (!result.get("status").getAsString().equals("unchanged")) {
      shown.put(id, result.get("status") + " " + result.get("outputs"));
    }
    check(shown.containsKey(id), "nothing has changed of what is not there");
    streamed.remove(id);
  }

  private void output(JsonObject params) {
    List<String> pieces =
        streamed.computeIfAbsent(params.get("block").getAsString(), id -> new ArrayList<>());
    int sequence = params.get("sequence").getAsInt();
    if (sequence == 0) {
      pieces.clear();
    }
    check(sequence == pieces.size(), "output " + sequence + " after " + pieces.size());
    pieces.add(params.get("output").toString());
  }

  /** Returns the text and results of all blocks, in order. */
  List<String> screen() {
    List<String> lines = new ArrayList<>();
    for (String id : order) {
      check(blocks.containsKey(id), "no block " + id);
      JsonObject block = blocks.getOrDefault(id, new JsonObject());
      lines.add(id + " " + block.get("source") + block.get("text") + " " + shown.get(id));
    }
    return lines;
  }

  private static String id(JsonObject block) {
    return block.get("id").getAsString();
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new AssertionError("it is told of " + what);
    }
  }
}
