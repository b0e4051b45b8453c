package dev.colight.java.compile;

import org.jspecify.annotations.Nullable;

/**
 * The members of a class file, which is taken apart when somebody asks. Safe for several threads.
 */
final class LazyMembers {
  private final byte[] classFile;

  /** Guarded by this. */
  private @Nullable ClassMembers members;

  LazyMembers(byte[] classFile) {
    this.classFile = classFile;
  }

  synchronized ClassMembers get() {
    ClassMembers known = members;
    if (known == null) {
      known = MemberReader.read(classFile);
      members = known;
    }
    return known;
  }
}
