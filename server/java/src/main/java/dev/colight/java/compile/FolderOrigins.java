package dev.colight.java.compile;

import dev.colight.cache.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;

/**
 * Tells classes in folders from others of the same names, each by itself: by its code, and by that
 * of all classes in folders that it refers to, directly or not. What can find classes without
 * naming them depends on all of them: reflection by name, and libraries, which may look for classes
 * as they like. Safe for use by several threads.
 */
final class FolderOrigins {
  private static final byte UTF8 = 1;
  private static final byte CLASS = 7;

  /** Who refers to one of these may be given any class by its name. */
  private static final Set<String> FINDERS =
      Set.of(
          "java/lang/ClassLoader",
          "java/net/URLClassLoader",
          "java/util/ServiceLoader",
          "java/lang/Module",
          "java/lang/ModuleLayer");

  /** Likewise who calls a method of this name. */
  private static final Set<String> FINDING = Set.of("forName", "findClass", "loadClass");

  private final Map<String, byte[]> classes = new HashMap<>();
  private final UnaryOperator<String> libraries;
  private final String all;
  private final String resources;
  private final Map<String, References> references = new ConcurrentHashMap<>();
  private final Map<String, String> origins = new ConcurrentHashMap<>();

  /**
   * What a class refers to.
   *
   * @param own classes in folders
   * @param libraries the origins of others, outside of the JDK
   * @param finder whether it can find classes that it does not name
   */
  private record References(Set<String> own, Set<String> libraries, boolean finder) {}

  /**
   * Creates origins.
   *
   * @param libraries returns the origin of the library that a class is in; empty where it is in
   *     none
   */
  FolderOrigins(List<ClassFolder> folders, UnaryOperator<String> libraries) {
    this.libraries = libraries;
    Digest.Builder content = Digest.builder();
    Digest.Builder files = Digest.builder();
    for (ClassFolder folder : folders) {
      folder.classes().forEach(classes::putIfAbsent);
      content.add(folder.content());
      files.add(folder.resources());
    }
    all = content.build().toString();
    resources = files.build().toString();
  }

  /** Tells whether a class, named with slashes, is in one of the folders. */
  boolean has(String name) {
    return classes.containsKey(name);
  }

  /** Returns what tells a class in a folder from others. */
  String of(String name) {
    return origins.computeIfAbsent(name, this::compute);
  }

  private String compute(String name) {
    Set<String> reached = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        References found = references.computeIfAbsent(next, this::referencesOf);
        others.addAll(found.libraries());
        if (found.finder() || !found.libraries().isEmpty()) {
          return whole(others);
        }
        open.addAll(found.own());
      }
    }
    Digest.Builder digest = Digest.builder().add(resources);
    for (String one : reached) {
      digest.add(one).add(ClassFolder.digest(bytes(one)));
    }
    return digest.build().toString();
  }

  /** Returns the origin of what can get at everything in the folders, and at some libraries. */
  private String whole(Set<String> others) {
    Digest.Builder digest = Digest.builder().add(all);
    others.forEach(digest::add);
    return digest.build().toString();
  }

  private byte[] bytes(String name) {
    return classes.getOrDefault(name, new byte[0]);
  }

  private References referencesOf(String name) {
    byte[] file = bytes(name);
    Set<String> own = new HashSet<>();
    Set<String> others = new TreeSet<>();
    boolean finder = false;
    ClassReader reader = new ClassReader(file);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && file[offset - 1] == CLASS) {
        String used = reader.readUTF8(offset, buffer);
        finder |= FINDERS.contains(used);
        String origin = has(used) ? "" : libraries.apply(elementType(used));
        if (!origin.isEmpty()) {
          others.add(origin);
        }
      } else if (offset > 0 && file[offset - 1] == UTF8) {
        int length = reader.readUnsignedShort(offset);
        String text = new String(file, offset + 2, length, StandardCharsets.UTF_8);
        finder |= FINDING.contains(text);
        collect(text, own);
      }
    }
    return new References(own, others, finder);
  }

  private static String elementType(String name) {
    return name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name;
  }

  /** Collects the classes that a constant names: in descriptors, signatures, and plain strings. */
  private void collect(String text, Set<String> own) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || "();<>[:*+-=,\" ".indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          add(text.substring(start, i).replace('.', '/'), own);
        }
        start = i + 1;
      }
    }
  }

  /** Adds what a word may stand for; in descriptors letters for types come before a class. */
  private void add(String word, Set<String> own) {
    if (has(word)) {
      own.add(word);
    }
    for (int l = word.indexOf('L'); l >= 0; l = word.indexOf('L', l + 1)) {
      String name = word.substring(l + 1);
      if (has(name)) {
        own.add(name);
      }
    }
  }
}
