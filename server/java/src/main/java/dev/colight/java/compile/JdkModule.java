package dev.colight.java.compile;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a module of the JDK declares. Read with ASM, because {@code ModuleDescriptor} does not read
 * those of a JDK newer than the running one.
 *
 * @param exports packages that it exports to everybody, with slashes
 * @param transitive modules that it requires transitively
 */
record JdkModule(Set<String> exports, Set<String> transitive) {
  static JdkModule read(byte @Nullable [] moduleInfo) {
    Set<String> exports = new HashSet<>();
    Set<String> transitive = new HashSet<>();
    if (moduleInfo != null) {
      new ClassReader(moduleInfo)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public ModuleVisitor visitModule(String name, int access, String version) {
                  return new Declarations(exports, transitive);
                }
              },
              0);
    }
    return new JdkModule(Set.copyOf(exports), Set.copyOf(transitive));
  }

  /** Returns the exports of this module and of those it requires transitively. */
  Set<String> exportedTransitively(Function<String, JdkModule> modules) {
    Set<String> all = new HashSet<>(exports);
    for (String module : transitive) {
      all.addAll(modules.apply(module).exportedTransitively(modules));
    }
    return all;
  }

  private static final class Declarations extends ModuleVisitor {
    private final Set<String> exports;
    private final Set<String> transitive;

    Declarations(Set<String> exports, Set<String> transitive) {
      super(Opcodes.ASM9);
      this.exports = exports;
      this.transitive = transitive;
    }

    @Override
    public void visitExport(String packageName, int access, String @Nullable ... targets) {
      if (targets == null) {
        exports.add(packageName);
      }
    }

    @Override
    public void visitRequire(String module, int access, @Nullable String version) {
      if ((access & Opcodes.ACC_TRANSITIVE) != 0) {
        transitive.add(module);
      }
    }
  }
}
