package dev.colight.java.compile;

import dev.colight.java.compile.ClassMembers.Reference;
import dev.colight.java.compile.ClassMembers.ToMethod;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What there is to know of the methods of the JDK's and libraries' classes. */
final class PlatformMethods {
  /** Packages whose code tells of classes what is in them. */
  private static final Set<String> PACKAGES =
      Set.of("java/lang/reflect/", "java/beans/", "java/lang/instrument/");

  private static final Set<String> CLASSES =
      Set.of(
          "java/io/ObjectInputStream",
          "java/io/ObjectOutputStream",
          "java/io/ObjectStreamClass",
          "java/lang/ClassLoader",
          "java/lang/Module",
          "java/lang/StackWalker",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/util/ServiceLoader",
          "javax/crypto/SealedObject",
          "org/w3c/dom/bootstrap/DOMImplementationRegistry",
          "org/xml/sax/helpers/ParserFactory",
          "org/xml/sax/helpers/XMLReaderFactory");

  /** What of those packages tells nothing that its caller has not from somebody else. */
  private static final Set<String> PLAIN =
      Set.of(
          "java/lang/reflect/Array",
          "java/lang/reflect/GenericArrayType",
          "java/lang/reflect/Modifier",
          "java/lang/reflect/ParameterizedType",
          "java/lang/reflect/Type",
          "java/lang/reflect/TypeVariable",
          "java/lang/reflect/WildcardType");

  /** Packages of the JDK, beside its core, whose code looks into no classes of others. */
  private static final Set<String> KNOWN =
      Set.of("javax/crypto/", "javax/lang/model/", "org/w3c/dom/", "org/xml/sax/");

  /** Methods, of whatever class, that tell where in a file code stands. */
  private static final Set<String> METHODS =
      Set.of("dumpStack", "getAllStackTraces", "getStackTrace", "printStackTrace", "setStackTrace");

  /** What a class object may be asked without telling of its members. */
  private static final Set<String> HARMLESS =
      Set.of(
          "cast",
          "desiredAssertionStatus",
          "equals",
          "getCanonicalName",
          "getClass",
          "getComponentType",
          "getDeclaringClass",
          "getEnclosingClass",
          "getEnumConstants",
          "getName",
          "getPackageName",
          "getSimpleName",
          "getSuperclass",
          "getTypeName",
          "hashCode",
          "isAnnotation",
          "isAnonymousClass",
          "isArray",
          "isAssignableFrom",
          "isEnum",
          "isInstance",
          "isInterface",
          "isLocalClass",
          "isMemberClass",
          "isPrimitive",
          "isRecord",
          "toString");

  /**
   * By class: methods that change what {@code ProcessStatics} of the worker has, or give access.
   */
  private static final Map<String, Set<String>> OF_THE_PROCESS =
      Map.of(
          "java/lang/System",
          Set.of("clearProperty", "getProperties", "setProperties", "setProperty"),
          "java/lang/Thread",
          Set.of("setDefaultUncaughtExceptionHandler", "setName", "setPriority"),
          "java/util/Locale",
          Set.of("setDefault"),
          "java/util/TimeZone",
          Set.of("setDefault"),
          "java/util/logging/LogManager",
          Set.of("readConfiguration", "reset", "updateConfiguration"),
          "java/util/logging/Logger",
          Set.of(
              "addHandler",
              "getHandlers",
              "removeHandler",
              "setFilter",
              "setLevel",
              "setUseParentHandlers"));

  private final PlatformClasses classes;
  private final Map<String, Optional<Set<String>>> objectMethods = new ConcurrentHashMap<>();

  PlatformMethods(PlatformClasses classes) {
    this.classes = classes;
  }

  /** Tells whether a method can change what all code sees of the process. */
  static boolean changesProcess(ToMethod method) {
    return OF_THE_PROCESS.getOrDefault(method.owner(), Set.of()).contains(method.name());
  }

  /** Tells whether what code refers to may look into classes, rather than run them. */
  boolean looksInside(Reference reference) {
    String owner = reference.owner();
    if (reference instanceof ToMethod method) {
      if (tells(method.name())
          || (owner.equals("java/lang/Class") && !HARMLESS.contains(method.name()))) {
        return true;
      }
    }
    return CLASSES.contains(owner)
        || (PACKAGES.stream().anyMatch(owner::startsWith) && !PLAIN.contains(owner))
        || isLibrary(owner);
  }

  /** Tells whether a method, wherever it is inherited from, tells of code by its name alone. */
  static boolean tells(String method) {
    return METHODS.contains(method);
  }

  /** Tells whether a class is neither of what is known of the JDK, nor ours. */
  boolean isLibrary(String name) {
    return !name.startsWith("java/")
        && KNOWN.stream().noneMatch(name::startsWith)
        && !GeneratedNames.isGenerated(name)
        && !name.startsWith("dev/colight/display/")
        && !name.startsWith("dev/colight/worker/");
  }

  /**
   * Returns the names of the methods that objects have from a class and its supertypes, or null
   * where that is not known.
   */
  @Nullable Set<String> objectMethods(String name) {
    Optional<Set<String>> known = objectMethods.get(name);
    if (known == null) {
      known = Optional.ofNullable(read(name));
      objectMethods.put(name, known);
    }
    return known.orElse(null);
  }

  private @Nullable Set<String> read(String name) {
    byte[] file = classes.find(name);
    if (file == null) {
      return null;
    }
    Set<String> names = new HashSet<>();
    ClassReader reader = new ClassReader(file);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String method,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0) {
              names.add(method);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Set<String> all = new HashSet<>(names);
    String superName = reader.getSuperName();
    boolean complete = superName == null || addAll(objectMethods(superName), all);
    for (String one : reader.getInterfaces()) {
      complete &= addAll(objectMethods(one), all);
    }
    return complete ? Set.copyOf(all) : null;
  }

  private static boolean addAll(@Nullable Set<String> some, Set<String> all) {
    if (some != null) {
      all.addAll(some);
    }
    return some != null;
  }
}
