package dev.colight.java.effects;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * A call in compiled code.
 *
 * @param owner the class that it names, with slashes
 * @param says texts and names of constants among the arguments, as far as they are written there
 * @param given declared type of the last argument, with slashes, where that is plain to see
 * @param complete whether the arrays and sets among the arguments were made of nothing but {@code
 *     says}
 * @param copied whether what it returns is only copied or read, and used nowhere else
 * @param line of the class file
 */
record CallSite(
    String owner,
    String name,
    String descriptor,
    Set<String> says,
    @Nullable String given,
    boolean complete,
    boolean copied,
    int line) {
  /** Returns the same call, of which what it returns is only copied. */
  CallSite onlyCopied() {
    return new CallSite(owner, name, descriptor, says, given, complete, true, line);
  }

  /** Returns the simple names of the parameters' types. */
  static List<String> parameters(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(type -> simpleName(type.getClassName()))
        .collect(Collectors.toList());
  }

  /** Returns the name that people use: of a nested class, its own. */
  static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** Returns the call as people write it. */
  String shown(String declaredBy) {
    String type = simpleName(declaredBy.replace('/', '.'));
    return name.equals("<init>") ? "new " + type : type + "." + name;
  }
}
