package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Gives classes of the workspace, and all that refer to them, the names under which they run:
 * {@code acme.Util$colight_<key>} for {@code acme.Util}, {@code acme.Util$colight_<key>$Part} for
 * what is nested in it. They stay in their package, and what people are shown has none of it.
 */
final class SourceRenamer {
  private final Function<String, @Nullable SourceUnit> owners;
  private final String home;
  private final Map<String, String> names = new HashMap<>();
  private final Set<SourceUnit> used = new HashSet<>();

  /**
   * Creates a renamer.
   *
   * @param owners finds the unit that a class is of, by its name with slashes
   * @param home the package that generated classes are to be in, with slashes
   */
  SourceRenamer(Function<String, @Nullable SourceUnit> owners, String home) {
    this.owners = owners;
    this.home = home;
  }

  /** Returns the units whose classes have been named so far. */
  Set<SourceUnit> used() {
    return used;
  }

  /** Returns a class file with other names in it. */
  GeneratedClass rename(byte[] bytes) {
    ClassWriter out = new ClassWriter(0);
    ClassVisitor renaming = new ClassRemapper(out, new Names());
    new ClassReader(bytes).accept(LookedUp.redirect(bytes, this::source, renaming), 0);
    byte[] renamed = out.toByteArray();
    return new GeneratedClass(new ClassReader(renamed).getClassName().replace('/', '.'), renamed);
  }

  static String renamed(String name, CodeKey key) {
    String outermost = CompiledSource.outermost(name);
    return outermost + "$colight_" + key + name.substring(outermost.length());
  }

  private String find(String name) {
    String source = source(name);
    return source == null ? GeneratedNames.placed(name, home) : source;
  }

  /** Returns the name under which a class of the workspace runs, or null for any other. */
  private @Nullable String source(String name) {
    SourceUnit owner = owners.apply(name);
    if (owner == null) {
      return null;
    }
    used.add(owner);
    return renamed(name, owner.key());
  }

  private final class Names extends Remapper {
    Names() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return names.computeIfAbsent(name, SourceRenamer.this::find);
    }
  }
}
