package dev.colight.lsp.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.RunPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of section {@code colight} that the server knows.
 *
 * @param run what sets off a run
 * @param effects what becomes of blocks that touch the outside world while somebody types
 * @param maxTextLength code points of a value or an output that an inlay hint shows
 * @param inlayHints whether there are inlay hints
 * @param timeoutSeconds how long a block may run because of typing; 0 is for ever
 * @param classPath jars, folders and patterns that all documents see besides their own libraries
 * @param sourceRoots folders of the sources that documents use; none for those that are found
 * @param effectRules what counts as touching the outside world besides what always does
 */
public record Settings(
    RunPolicy run,
    EffectPolicy effects,
    int maxTextLength,
    boolean inlayHints,
    int timeoutSeconds,
    List<String> classPath,
    List<String> sourceRoots,
    List<String> effectRules) {
  private static final int MIN_TEXT = 1;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_SECONDS = 24 * 60 * 60;

  /** Copies the lists. */
  public Settings {
    classPath = List.copyOf(classPath);
    sourceRoots = List.copyOf(sourceRoots);
    effectRules = List.copyOf(effectRules);
  }

  /** Returns the settings that hold where nobody says otherwise. */
  public static Settings defaults() {
    return new Settings(
        RunPolicy.TYPE, EffectPolicy.HOLD, 80, true, 30, List.of(), List.of(), List.of());
  }

  /**
   * Returns these settings with what a client sent in place of the old; what is missing, unknown or
   * of the wrong type changes nothing. Keys may be nested or dotted.
   */
  public Settings with(@Nullable JsonElement section) {
    JsonPrimitive policy = find(section, "run");
    JsonPrimitive effect = find(section, "effects");
    JsonPrimitive length = find(section, "maxTextLength");
    JsonPrimitive hints = find(section, "inlayHints.enabled");
    JsonPrimitive timeout = find(section, "timeoutSeconds");
    return new Settings(
        policy == null ? run : policy(policy.getAsString()),
        effect == null ? effects : effects(effect.getAsString()),
        length == null ? maxTextLength : length(length),
        hints == null ? inlayHints : hints(hints),
        timeout == null ? timeoutSeconds : seconds(timeout),
        texts(section, "classpath", classPath),
        texts(section, "sourceRoots", sourceRoots),
        texts(section, "effectRules", effectRules));
  }

  /** One entry may stand alone; what is no text is left out. */
  private static List<String> texts(
      @Nullable JsonElement section, String name, List<String> otherwise) {
    JsonElement value = section instanceof JsonObject object ? object.get(name) : null;
    List<String> entries = new ArrayList<>();
    if (value instanceof JsonPrimitive one && one.isString()) {
      entries.add(one.getAsString());
    } else if (value instanceof JsonArray all) {
      for (JsonElement one : all) {
        if (one instanceof JsonPrimitive text && text.isString()) {
          entries.add(text.getAsString());
        }
      }
    } else {
      return otherwise;
    }
    return entries;
  }

  private int length(JsonPrimitive value) {
    return value.isNumber()
        ? (int) Math.max(MIN_TEXT, Math.min(MAX_TEXT, value.getAsDouble()))
        : maxTextLength;
  }

  private int seconds(JsonPrimitive value) {
    return value.isNumber()
        ? (int) Math.max(0, Math.min(MAX_SECONDS, Math.ceil(value.getAsDouble())))
        : timeoutSeconds;
  }

  private boolean hints(JsonPrimitive value) {
    return value.isBoolean() ? value.getAsBoolean() : inlayHints;
  }

  private RunPolicy policy(String name) {
    for (RunPolicy policy : RunPolicy.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(name)) {
        return policy;
      }
    }
    return run;
  }

  private EffectPolicy effects(String name) {
    for (EffectPolicy policy : EffectPolicy.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(name)) {
        return policy;
      }
    }
    return effects;
  }

  private static @Nullable JsonPrimitive find(@Nullable JsonElement at, String key) {
    if (!(at instanceof JsonObject object)) {
      return null;
    }
    if (object.get(key) instanceof JsonPrimitive found) {
      return found;
    }
    int dot = key.indexOf('.');
    return dot < 0 ? null : find(object.get(key.substring(0, dot)), key.substring(dot + 1));
  }
}
