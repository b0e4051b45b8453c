package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.FollowedCode;
import dev.colight.java.compile.ClassMembers.Reference;
import dev.colight.java.compile.ClassMembers.ToBase;
import dev.colight.java.compile.ClassMembers.ToMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Finds out what code of a document has to do with the sources of the workspace. */
final class OwnCode {
  private static final byte METHOD = 10;
  private static final byte INTERFACE_METHOD = 11;

  /** The key in the name of a generated class. */
  private static final Pattern KEY =
      Pattern.compile("(?<=^" + GeneratedNames.PACKAGE + "/[A-Z])\\p{XDigit}{32}");

  /**
   * What stands in the place of all keys, so that the names are still those of generated classes.
   */
  private static final String NO_KEY = "0".repeat(32);

  private OwnCode() {}

  /**
   * Looks at the class files of a unit, as the compiler wrote them.
   *
   * @param used the sources that they refer to
   */
  static FollowedCode of(
      List<GeneratedClass> files,
      SourceClasses sources,
      Set<SourceUnit> used,
      PlatformMethods platform) {
    boolean inside = looksInside(files, sources, platform);
    Set<CodeKey> statics = new HashSet<>();
    for (GeneratedClass file : files) {
      if (methods(file.bytes()).stream().anyMatch(PlatformMethods::changesProcess)) {
        statics.add(FollowedCode.PROCESS);
      }
    }
    if (sources.isEmpty()) {
      return new FollowedCode(statics, Set.of(), null, inside);
    }
    Digest.Builder digest = Digest.builder();
    List<Reference> references = new ArrayList<>();
    for (GeneratedClass file : files) {
      ClassMembers own = MemberReader.read(withoutKeys(file.bytes()));
      digest.add(own.frame());
      new TreeMap<>(own.members()).forEach((key, member) -> digest.add(key).add(member.code()));
      references.addAll(references(own));
    }
    MemberReach reach = MemberReach.of(references, sources, platform);
    reach.reached().forEach((name, code) -> digest.add(name).add(code));
    statics.addAll(reach.statics(used));
    return new FollowedCode(
        statics, SourceUnit.withStatics(used), digest.build(), inside || reach.inside());
  }

  /** Returns what the code of a class refers to. */
  static List<Reference> references(ClassMembers own) {
    List<Reference> references = own.references();
    own.supertypes().forEach(supertype -> references.add(new ToBase(supertype)));
    return references;
  }

  /** Tells whether code itself can tell more of classes than what comes of running them. */
  static boolean looksInside(
      List<GeneratedClass> files, SourceClasses sources, PlatformMethods platform) {
    for (GeneratedClass file : files) {
      for (ToMethod called : methods(file.bytes())) {
        boolean followed = called.owner().startsWith("[") || sources.source(called.owner()) != null;
        if (PlatformMethods.tells(called.name()) || (!followed && platform.looksInside(called))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Leaves out of a class file what says which other code of the document it refers to. */
  private static byte[] withoutKeys(byte[] bytes) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassRemapper(
                out,
                new Remapper(Opcodes.ASM9) {
                  @Override
                  public String map(String name) {
                    return name.startsWith(GeneratedNames.PACKAGE)
                        ? KEY.matcher(name).replaceFirst(NO_KEY)
                        : name;
                  }
                }),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return out.toByteArray();
  }

  /** Returns the methods among the constants of a class file, without descriptors. */
  private static List<ToMethod> methods(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    List<ToMethod> methods = new ArrayList<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      byte tag = offset > 0 ? classFile[offset - 1] : 0;
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        int named = reader.getItem(reader.readUnsignedShort(offset + 2));
        methods.add(
            new ToMethod(reader.readClass(offset, buffer), reader.readUTF8(named, buffer), ""));
      }
    }
    return methods;
  }
}
