package dev.colight.java.compile;

import dev.colight.java.effects.ClassSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All classes that compiled code refers to: those of the platform, and generated ones. */
final class SeenClasses implements ClassSource {
  private static final String PREFIX = GeneratedNames.PACKAGE + "/";
  private static final String OURS = "dev/colight/";
  private static final int KEY_START = PREFIX.length() + 1;
  private static final int KEY_END = KEY_START + 32;
  private final PlatformClasses classes;
  private final Function<String, byte @Nullable []> generated;
  private final Map<String, Boolean> ofPlatform = new ConcurrentHashMap<>();

  SeenClasses(PlatformClasses classes, Function<String, byte @Nullable []> generated) {
    this.classes = classes;
    this.generated = generated;
  }

  @Override
  public byte @Nullable [] find(String name) {
    return isOfDocument(name) ? generated.apply(name) : classes.find(name);
  }

  @Override
  public String origin(String name) {
    return classes.origin(name);
  }

  @Override
  public boolean isOfDocument(String name) {
    return GeneratedNames.isGenerated(name);
  }

  @Override
  public @Nullable String functionKey(String name) {
    boolean function =
        isOfDocument(name)
            && name.length() == KEY_END
            && (name.charAt(PREFIX.length()) == 'F' || name.charAt(PREFIX.length()) == 'M');
    return function ? name.substring(KEY_START, KEY_END) : null;
  }

  @Override
  public boolean isOfPlatform(String name) {
    int slash = name.lastIndexOf('/');
    return name.startsWith("[")
        || name.startsWith("java/")
        || name.startsWith(OURS)
        || (slash >= 0
            && ofPlatform.computeIfAbsent(
                name.substring(0, slash), p -> classes.moduleOf(p) != null));
  }
}
