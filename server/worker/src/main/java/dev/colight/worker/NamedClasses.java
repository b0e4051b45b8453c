package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/**
 * Finds the workspace's classes by the names that their sources give them. Code that looks classes
 * up calls this with the names that it has in strings, and what those stand for.
 */
public final class NamedClasses {
  private static final char IS = '=';
  private static final char NEXT = ';';

  private NamedClasses() {}

  /** Returns the entry of a table by which a name stands for another. */
  public static String entry(String name, String present) {
    return name + IS + present + NEXT;
  }

  /** Returns what a name stands for, by a table of entries; itself where it is not in there. */
  public static @Nullable String present(@Nullable String name, String table) {
    if (name == null) {
      return null; // whoever looks it up says what is wrong
    }
    String entry = NEXT + name + IS;
    int at = (NEXT + table).indexOf(entry);
    if (at < 0) {
      return name;
    }
    int start = at + entry.length() - 1;
    return table.substring(start, table.indexOf(NEXT, start));
  }

  /** Does what {@link Class#forName(String, boolean, ClassLoader)} does. */
  public static Class<?> forName(
      @Nullable String name, boolean initialize, @Nullable ClassLoader loader, String table)
      throws ClassNotFoundException {
    return Class.forName(present(name, table), initialize, loader);
  }
}
