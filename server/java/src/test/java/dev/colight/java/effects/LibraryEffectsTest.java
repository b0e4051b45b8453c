package dev.colight.java.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/** What a look into the classes of a library finds; the library is in here. */
class LibraryEffectsTest {
  private final ClassSource classes = new Classes();
  private final LibraryEffects effects =
      new LibraryEffects(classes, new Outside(classes, EffectRules.standard()));

  /** A library. */
  @SuppressWarnings("unused") // its code is read, and never runs
  static class Library {
    static void tidy(File file) {
      below(file);
    }

    private static void below(File file) {
      Supplier<Boolean> last = file::delete;
      var unused = last.get();
    }

    static void walk(Path path) throws IOException {
      Files.walkFileTree(path, new Deleter());
    }

    static String read(Path path) throws IOException {
      return Files.readString(path).strip();
    }

    static int settings() {
      return System.setProperty("a", "b") == null ? 0 : 1;
    }

    static void make(Path path) throws IOException {
      new Opened(path).close();
    }
  }

  /** Is called by the platform only. */
  static class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }
  }

  /** Inherits what it does. */
  static class Opened extends Opener {
    Opened(Path path) throws IOException {
      super(path);
    }
  }

  /** Writes when it is made. */
  static class Opener {
    Opener(Path path) throws IOException {
      Files.createFile(path);
    }

    void close() {}
  }

  /** The classes of this test are a library, all others of the platform. */
  private static final class Classes extends RunningJdk {
    private static final String OWN = Type.getInternalName(LibraryEffectsTest.class);

    private Classes() {
      super(List.of());
    }

    @Override
    public String origin(String name) {
      return "test";
    }

    @Override
    public boolean isOfPlatform(String name) {
      return !name.startsWith(OWN);
    }
  }

  private @Nullable String does(String name) {
    Method method =
        Arrays.stream(Library.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return effects.of(
        new CallSite(
            Type.getInternalName(Library.class),
            name,
            Type.getMethodDescriptor(method),
            Set.of(),
            null,
            false,
            false,
            1));
  }

  @Test
  void what_it_calls_counts_through_methods_and_lambdas() {
    assertEquals("writes files", does("tidy"));
  }

  @Test
  void so_does_what_it_hands_to_the_platform() {
    assertEquals("writes files", does("walk"));
  }

  @Test
  void so_does_what_a_constructor_does() {
    assertEquals("writes files", does("make"));
  }

  @Test
  void reading_is_free() {
    assertNull(does("read"));
  }

  @Test
  void what_nearly_every_library_does_is_free() {
    assertNull(does("settings"));
  }
}
