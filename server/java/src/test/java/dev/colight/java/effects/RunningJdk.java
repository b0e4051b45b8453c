package dev.colight.java.effects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of the JDK that runs this, and a few others. */
class RunningJdk implements ClassSource {
  private final Map<String, byte[]> others = new HashMap<>();

  RunningJdk(List<byte[]> classFiles) {
    classFiles.forEach(file -> others.put(ClassCode.read(file, false).name, file));
  }

  @Override
  public byte @Nullable [] find(String name) {
    if (others.containsKey(name)) {
      return others.get(name);
    }
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String origin(String name) {
    return "";
  }

  @Override
  public boolean isOfDocument(String name) {
    return false;
  }

  @Override
  public @Nullable String functionKey(String name) {
    return null;
  }

  @Override
  public boolean isOfPlatform(String name) {
    return true;
  }
}
