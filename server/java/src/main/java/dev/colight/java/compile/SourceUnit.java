package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Sources of the workspace that use each other in a circle, mostly one alone, with all that they
 * use. Its key stands for the code of all of them; its classes are named after it, so that a worker
 * can have several versions of a class. Immutable, but for what is made when it is first needed.
 */
public final class SourceUnit {
  private final CodeKey key;
  private final Set<CompiledSource> sources;
  private final Set<SourceUnit> needs;

  /** Guarded by this, as is what follows. */
  private @Nullable StaticFields statics;

  /**
   * Only as long as somebody has them: results are kept of many versions of a unit, and one that is
   * deep below has all above it change with it.
   */
  private WeakReference<List<GeneratedClass>> classes = new WeakReference<>(null);

  SourceUnit(CodeKey key, Set<CompiledSource> sources, Set<SourceUnit> needs) {
    this.key = key;
    this.sources = Set.copyOf(sources);
    this.needs = Set.copyOf(needs);
  }

  /** Returns what stands for its code, and that of all that it uses. */
  public CodeKey key() {
    return key;
  }

  /** Returns the units that it uses itself. */
  public Set<SourceUnit> needs() {
    return needs;
  }

  /** Returns its classes as they run. */
  public synchronized List<GeneratedClass> classes() {
    List<GeneratedClass> known = classes.get();
    if (known == null) {
      known = woven();
      classes = new WeakReference<>(known);
    }
    return known;
  }

  /** Returns the static state of its classes. */
  public synchronized StaticFields statics() {
    StaticFields known = statics;
    if (known == null) {
      known = StaticFields.of(classes());
      statics = known;
    }
    return known;
  }

  /** Tells whether one of its classes has static state, by the name that it has in its source. */
  boolean hasStatics(String name) {
    return statics().classes().contains(SourceRenamer.renamed(name, key).replace('/', '.'));
  }

  boolean isMadeOf(Set<CompiledSource> otherSources, Set<SourceUnit> otherNeeds) {
    return sources.equals(otherSources) && needs.equals(otherNeeds);
  }

  /** Returns units with all that they use, directly or not. */
  public static Set<SourceUnit> closure(Set<SourceUnit> units) {
    Set<SourceUnit> all = new LinkedHashSet<>(units);
    List<SourceUnit> open = new ArrayList<>(units);
    while (!open.isEmpty()) {
      for (SourceUnit next : open.remove(open.size() - 1).needs) {
        if (all.add(next)) {
          open.add(next);
        }
      }
    }
    return all;
  }

  /** Returns the names of its classes in their sources, with slashes. */
  Set<String> classNames() {
    Set<String> names = new HashSet<>();
    sources.forEach(source -> names.addAll(source.classes().keySet()));
    return names;
  }

  private List<GeneratedClass> woven() {
    SourceRenamer renamer = new SourceRenamer(this::owner, GeneratedNames.PACKAGE);
    List<GeneratedClass> found = new ArrayList<>();
    Map<String, byte[]> originals = new TreeMap<>();
    sources.forEach(source -> originals.putAll(source.classes()));
    originals.values().forEach(bytes -> found.add(renamer.rename(checked(bytes))));
    return List.copyOf(found);
  }

  private @Nullable SourceUnit owner(String name) {
    if (has(name)) {
      return this;
    }
    for (SourceUnit unit : needs) {
      if (unit.has(name)) {
        return unit;
      }
    }
    return null;
  }

  private boolean has(String name) {
    return sources.stream().anyMatch(source -> source.classes().containsKey(name));
  }

  /** Adds the checks by which methods can be stopped, where there is room for them. */
  private static byte[] checked(byte[] bytes) {
    ClassWriter out = new ClassWriter(0);
    try {
      new ClassReader(bytes)
          .accept(
              new ClassVisitor(Opcodes.ASM9, out) {
                @Override
                public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  return new StopChecks(
                      name, super.visitMethod(access, name, descriptor, signature, exceptions));
                }
              },
              0);
      return out.toByteArray();
    } catch (MethodTooLargeException e) {
      return bytes;
    }
  }

  /** Returns the keys of those units, among some and all that they use, that have static state. */
  static Set<CodeKey> withStatics(Set<SourceUnit> units) {
    Set<CodeKey> keys = new HashSet<>();
    for (SourceUnit unit : closure(units)) {
      if (!unit.statics().classes().isEmpty()) {
        keys.add(unit.key);
      }
    }
    return Set.copyOf(keys);
  }
}
