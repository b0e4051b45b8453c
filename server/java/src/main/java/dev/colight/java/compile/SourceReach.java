package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.java.compile.ClassMembers.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Tells which members of the workspace's sources compiled code can run. Their names are those of
 * the class with slashes, a dot, and the name of the member with its descriptor, as in {@code
 * acme/Util.max(II)I}. Safe for use by several threads.
 */
public final class SourceReach {
  private static final String CONSTRUCTOR = "<init>";

  private final SourceClasses sources;
  private final PlatformMethods platform;
  private final EcjCompiler compiler;

  /** Creates one for code that is compiled against some classes, and kept by a compiler. */
  public SourceReach(PlatformClasses classes, EcjCompiler compiler) {
    this.sources = classes.sources();
    this.platform = new PlatformMethods(classes);
    this.compiler = compiler;
  }

  /** A method that a class has, as its source declares it. */
  public record Method(String member, String name, List<String> erased) {}

  /** Returns the members that some code can run, by file. */
  public Map<Path, Set<String>> of(CodeKey key) {
    List<GeneratedClass> files = new ArrayList<>();
    for (GeneratedClass placed : compiler.classes(key)) {
      String name = GeneratedNames.compiled(placed.name());
      byte[] bytes = compiler.classFile(name.replace('.', '/'));
      if (bytes != null) {
        files.add(new GeneratedClass(name, bytes));
      }
    }
    List<Reference> references = new ArrayList<>();
    files.forEach(file -> references.addAll(OwnCode.references(MemberReader.read(file.bytes()))));
    MemberReach reach = MemberReach.of(references, sources, platform);
    Map<Path, Set<String>> found = new HashMap<>();
    reach.reached().keySet().forEach(member -> add(member, found));
    if (reach.inside() || OwnCode.looksInside(files, sources, platform)) {
      SourceUnit.closure(compiler.sources(key)).forEach(unit -> addAll(unit, found));
    }
    return found;
  }

  /** Tells whether some code uses a file, directly or not. */
  public boolean mayReach(CodeKey key, Path file) {
    return SourceUnit.closure(compiler.sources(key)).stream()
        .anyMatch(
            unit ->
                unit.classNames().stream()
                    .anyMatch(type -> file.toString().equals(sources.file(type))));
  }

  private void addAll(SourceUnit unit, Map<Path, Set<String>> found) {
    for (String type : unit.classNames()) {
      add(type, found);
      members(type).forEach(member -> add(type + "." + member, found));
    }
  }

  private void add(String member, Map<Path, Set<String>> found) {
    String file = sources.file(owner(member));
    if (file != null) {
      found.computeIfAbsent(Path.of(file), k -> new TreeSet<>()).add(member);
    }
  }

  private Set<String> members(String type) {
    ClassMembers members = find(type);
    return members == null ? Set.of() : members.members().keySet();
  }

  private @Nullable ClassMembers find(String type) {
    CompiledSource source = sources.source(type);
    return source == null ? null : source.members(type);
  }

  /** Returns the class that a member is of, with slashes. */
  static String owner(String member) {
    int dot = member.indexOf('.');
    return dot < 0 ? member : member.substring(0, dot);
  }

  /** Returns the methods and constructors of the classes that are of a file. */
  public List<Method> methods(Path file) {
    List<Method> methods = new ArrayList<>();
    for (String type : sources.classesIn(file.toString())) {
      members(type).stream()
          .filter(member -> member.indexOf('(') >= 0)
          .forEach(member -> methods.add(method(type + "." + member)));
    }
    return methods;
  }

  /** Returns a method as its source declares it: some have parameters that nobody has written. */
  public Method method(String member) {
    String type = owner(member);
    int open = member.indexOf('(');
    String name = member.substring(type.length() + 1, open);
    List<String> erased = new ArrayList<>();
    for (Type parameter : Type.getArgumentTypes(member.substring(open))) {
      String written = parameter.getClassName();
      erased.add(
          written.substring(Math.max(written.lastIndexOf('.'), written.lastIndexOf('$')) + 1));
    }
    if (!name.equals(CONSTRUCTOR)) {
      return new Method(member, name, List.copyOf(erased));
    }
    ClassMembers members = find(type);
    int unwritten =
        members == null ? 0 : members.isEnum() ? 2 : members.isInner() ? 1 : 0; // JLS 8.9, 8.1.3
    List<String> written = erased.subList(Math.min(unwritten, erased.size()), erased.size());
    return new Method(member, simple(type), List.copyOf(written));
  }

  /** Returns the simple name of a class. */
  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
  }

  /** Returns all files, and which others each uses itself. */
  public Map<Path, Set<Path>> uses() {
    Map<Path, Set<Path>> uses = new HashMap<>();
    sources
        .filesUsed()
        .forEach(
            (file, used) -> {
              Set<Path> others = new HashSet<>();
              used.stream().filter(one -> !one.equals(file)).map(Path::of).forEach(others::add);
              uses.put(Path.of(file), others);
            });
    return uses;
  }

  /** Returns the file that declares what a name in full leads to, or null. */
  public @Nullable Path file(String name) {
    for (String at = name.replace('.', '/'); !at.isEmpty(); ) {
      String file = sources.file(at);
      if (file != null) {
        return Path.of(file);
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return null;
  }
}
