package dev.colight.java.kernel;

import dev.colight.cache.RunKey;
import dev.colight.display.Forms;
import dev.colight.worker.wire.ToWorker;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a worker calls the runs that it was sent before anybody knew their keys. It keeps what they
 * leave by that, and so it calls what they show, which clients know by the key.
 */
final class SentNames {
  /** Runs that were shown of which a worker may be asked for more: it keeps no more itself. */
  private static final int MAX_SHOWN = 1_000;

  private final Map<RunKey, RunKey> sent = new HashMap<>();

  /** By what clients know of a run, what the worker does; the oldest first. */
  private final Map<String, String> shown = new LinkedHashMap<>();

  /** The same of the present run, where it was sent ahead; else empty. */
  private String known = "";

  private String called = "";

  /** Notes that a run begins by its own key. */
  void begin(RunKey key) {
    sent.remove(key);
    shown.remove(name(key));
    known = "";
    called = "";
  }

  /**
   * Notes that a run goes on that was sent under another key.
   *
   * @param leaves whether it may leave values
   */
  void goOn(RunKey key, RunKey sentAs, boolean leaves) {
    begin(key);
    if (leaves) {
      sent.put(key, sentAs);
    }
    known = name(key);
    called = name(sentAs);
    shown.put(known, called);
    if (shown.size() > MAX_SHOWN) {
      shown.remove(shown.keySet().iterator().next());
    }
  }

  /** Returns what the worker calls a run. */
  RunKey of(RunKey key) {
    return sent.getOrDefault(key, key);
  }

  /** Notes that a run's values are not kept any more. */
  void forget(RunKey key) {
    sent.remove(key);
  }

  /** Forgets all: nothing is kept. */
  void clear() {
    sent.clear();
    shown.clear();
  }

  /** Returns what clients know something by that the present run has shown. */
  String toClient(String reference) {
    return !called.isEmpty() && reference.startsWith(called)
        ? known + reference.substring(called.length())
        : reference;
  }

  /** Returns forms of a value in which parts are called as clients know them. */
  Map<String, String> toClient(Map<String, String> forms) {
    return renamed(forms, called, known);
  }

  /** Returns forms in which parts have other references, which begin as is given. */
  static Map<String, String> renamed(Map<String, String> forms, String from, String to) {
    String tree = from.equals(to) ? null : forms.get(Forms.TREE);
    if (tree == null) {
      return forms;
    }
    Map<String, String> renamed = new LinkedHashMap<>(forms);
    renamed.put(Forms.TREE, tree.replace("\"" + from, "\"" + to));
    return renamed;
  }

  /** Returns what the worker calls something that clients know by a reference. */
  String toWorker(String reference) {
    for (int end = 0; end < reference.length(); end++) {
      if (!Character.isLetterOrDigit(reference.charAt(end))) {
        String name = reference.substring(0, end);
        return shown.getOrDefault(name, name) + reference.substring(end);
      }
    }
    return reference;
  }

  private static String name(RunKey key) {
    return ToWorker.Run.name(key.toString());
  }
}
