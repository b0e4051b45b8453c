package dev.colight.java.compile;

import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks on-demand imports up in the classes of a platform. What a name means in a scope (a list of
 * on-demand imports) is kept, so that asking again costs a look into two maps. Safe for use by
 * several threads.
 */
public final class PlatformImports implements ImportResolver {
  private static final int KEPT_SCOPES = 64;

  /** What a JDK without JShell gets: JShell's imports of Java 17 to 24. */
  private static final List<String> PLAIN_DEFAULT =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  static final String MODULE = "module ";

  /** What compact files import: where their JDK has no {@code java.lang.IO}, ours stands in. */
  private static final String COMPACT = "module java.base";

  static final String STATIC = "static ";

  /** Stands for the origin of what the workspace's sources give, whatever that is. */
  private static final String IN_SOURCES = "in sources";

  private final PlatformClasses classes;
  private final List<String> defaultImports;
  private final Map<String, Optional<MemberTable>> tables = new ConcurrentHashMap<>();
  private final Map<String, String> origins = new ConcurrentHashMap<>();
  private final Map<List<String>, Map<Name, List<String>>> scopes = new ConcurrentHashMap<>();

  /** Reads the default imports of the platform's own JShell. */
  public PlatformImports(PlatformClasses classes) {
    this.classes = classes;
    this.defaultImports = readDefaultImports(classes);
  }

  @Override
  public List<String> defaultImports() {
    return defaultImports;
  }

  @Override
  public List<String> resolve(Name name, List<String> onDemand) {
    Map<Name, List<String>> scope = scopes.get(onDemand);
    if (scope == null) {
      if (scopes.size() >= KEPT_SCOPES) {
        scopes.clear();
      }
      scope = scopes.computeIfAbsent(List.copyOf(onDemand), key -> new ConcurrentHashMap<>());
    }
    return scope.computeIfAbsent(name, n -> lookUp(n, onDemand));
  }

  @Override
  public @Nullable String problem(String text) {
    String name = text.replaceAll("\\s+", " ").trim();
    if (name.startsWith(MODULE)) {
      String module = name.substring(MODULE.length());
      return classes.exportedBy(module).isEmpty() ? "there is no module " + module : null;
    }
    boolean isStatic = name.startsWith(STATIC);
    String path = (isStatic ? name.substring(STATIC.length()) : name).replace(" ", "");
    if (path.endsWith(".*")) {
      String target = path.substring(0, path.length() - 2);
      boolean there =
          typeNamed(target.replace('.', '/')) != null
              || (!isStatic && classes.isPackage(target.replace('.', '/')));
      return there ? null : "there is no " + (isStatic ? "type " : "package or type ") + target;
    }
    if (!isStatic) {
      return typeNamed(path.replace('.', '/')) == null ? "there is no type " + path : null;
    }
    int dot = path.lastIndexOf('.');
    String owner = path.substring(0, Math.max(0, dot));
    String type = typeNamed(owner.replace('.', '/'));
    if (type == null) {
      return "there is no type " + owner;
    }
    String member = path.substring(dot + 1);
    boolean there =
        nestedType(type, member, true) != null
            || !declaring(type, Name.function(member), true).isEmpty()
            || !declaring(type, Name.value(member), true).isEmpty();
    return there ? null : owner + " has no static member " + member;
  }

  @Override
  public String origin(String text) {
    return origins.computeIfAbsent(text, this::findOrigin);
  }

  private String findOrigin(String text) {
    String type = typeOf(text);
    return type == null ? "" : classes.origin(type);
  }

  /** Returns the type that a single import is about, or null where it is none, or there is none. */
  private @Nullable String typeOf(String text) {
    if (text.startsWith(MODULE) || text.endsWith("*")) {
      return null;
    }
    String path =
        (text.startsWith(STATIC) ? text.substring(STATIC.length()) : text).replace(" ", "");
    String name =
        text.startsWith(STATIC) ? path.substring(0, Math.max(0, path.lastIndexOf('.'))) : path;
    return typeNamed(name.replace('.', '/'));
  }

  @Override
  public String origin(Name name) {
    return classes.originOfRoot(name.text());
  }

  @Override
  public String lasting(String text) {
    if (classes.sources().isEmpty()) {
      return origin(text);
    }
    String type = typeOf(text);
    return type != null && classes.isSource(type) ? IN_SOURCES : origin(text);
  }

  @Override
  public String lasting(Name name) {
    return classes.lastingOriginOfRoot(name.text(), IN_SOURCES);
  }

  /** Returns the class that a canonical name means, with dots and dollars, or null. */
  public @Nullable String className(String canonicalName) {
    String type = typeNamed(canonicalName.replace('.', '/'));
    return type == null ? null : type.replace('/', '.');
  }

  /** Returns what a public top-level type of a package is, or null where there is none. */
  @Nullable MemberTable publicType(String packageName, String name) {
    String type = topLevel(packageName, name);
    return type == null ? null : table(type);
  }

  private List<String> lookUp(Name name, List<String> onDemand) {
    return name.namespace() == Namespace.TYPE
        ? types(name.text(), onDemand)
        : staticMembers(name, onDemand);
  }

  /**
   * {@code java.lang.*} is an on-demand import like others; module imports give way to those (JLS
   * 25, 7.5.5).
   */
  private List<String> types(String name, List<String> onDemand) {
    String beside = classes.home() + "/" + name;
    if (name.indexOf('$') < 0 && classes.isSource(beside)) {
      return List.of(canonical(beside)); // of the document's own package, which comes first
    }
    Set<String> found = new LinkedHashSet<>();
    String implicit = topLevel("java/lang", name);
    if (implicit != null) {
      found.add(implicit);
    }
    for (String text : onDemand) {
      if (!text.startsWith(MODULE)) {
        boolean isStatic = text.startsWith(STATIC);
        String target = target(isStatic ? text.substring(STATIC.length()) : text);
        String type = isStatic ? null : topLevel(target, name);
        String owner = typeNamed(target);
        if (type == null && owner != null) {
          type = nestedType(owner, name, isStatic);
        }
        if (type != null) {
          found.add(type);
        }
      }
    }
    if (found.isEmpty()) {
      for (String text : onDemand) {
        if (text.startsWith(MODULE)) {
          for (String exported : classes.exportedBy(text.substring(MODULE.length()).trim())) {
            String type = topLevel(exported, name);
            if (type != null) {
              found.add(type);
            }
          }
        }
      }
    }
    if (found.isEmpty() && name.equals("IO") && onDemand.contains(COMPACT)) {
      String stand = topLevel("dev/colight/display", name);
      return stand == null ? List.of() : List.of(canonical(stand));
    }
    return implicit != null && found.size() == 1
        ? List.of()
        : found.stream().map(PlatformImports::canonical).toList();
  }

  private List<String> staticMembers(Name name, List<String> onDemand) {
    Map<String, String> byDeclaringClass = new LinkedHashMap<>();
    for (String text : onDemand) {
      if (text.startsWith(STATIC)) {
        String owner = typeNamed(target(text.substring(STATIC.length())));
        if (owner != null) {
          for (String declaring : declaring(owner, name, true)) {
            byDeclaringClass.putIfAbsent(declaring, STATIC + canonical(owner) + "." + name.text());
          }
        }
      }
    }
    return byDeclaringClass.values().stream().distinct().toList();
  }

  /** Returns the classes from which a type has a member; a field hides inherited ones. */
  private List<String> declaring(String type, Name name, boolean own) {
    MemberTable table = table(type);
    if (table == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    boolean isMethod = name.namespace() == Namespace.FUNCTION;
    if (isMethod) {
      if (table.methods().contains(name.text()) && (own || !table.isInterface())) {
        found.add(type);
      }
    } else if (table.fields().contains(name.text())) {
      return List.of(type);
    }
    for (String supertype : table.supertypes()) {
      for (String declaring : declaring(supertype, name, false)) {
        if (!found.contains(declaring)) {
          found.add(declaring);
        }
      }
    }
    return found;
  }

  private @Nullable String nestedType(String owner, String name, boolean onlyStatic) {
    MemberTable table = table(owner);
    if (table == null) {
      return null;
    }
    String nested = table.types().get(name);
    if (nested != null && (!onlyStatic || table.staticTypes().contains(name))) {
      return nested;
    }
    for (String supertype : table.supertypes()) {
      String inherited = nestedType(supertype, name, onlyStatic);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private @Nullable String topLevel(String packageName, String name) {
    String type = packageName + "/" + name;
    MemberTable table = classes.isExported(packageName) ? table(type) : null;
    return table != null && table.isPublic() && name.indexOf('$') < 0 ? type : null;
  }

  /** Returns the class that a canonical name means: {@code java/util/Map/Entry}. */
  private @Nullable String typeNamed(String path) {
    for (String name = path; ; ) {
      int slash = name.lastIndexOf('/');
      if (slash > 0 && classes.isExported(name.substring(0, slash)) && table(name) != null) {
        return name;
      }
      if (slash <= 0) {
        return null;
      }
      name = name.substring(0, slash) + "$" + name.substring(slash + 1);
    }
  }

  private @Nullable MemberTable table(String type) {
    return tables
        .computeIfAbsent(type, t -> Optional.ofNullable(classes.find(t)).map(MemberTable::read))
        .orElse(null);
  }

  /** Strips the {@code .*} of an on-demand import. */
  private static String target(String text) {
    String name = text.replaceAll("\\s", "");
    return name.substring(0, Math.max(0, name.length() - 2)).replace('.', '/');
  }

  private static String canonical(String type) {
    return type.replace('/', '.').replace('$', '.');
  }

  private static List<String> readDefaultImports(PlatformClasses classes) {
    byte[] script = classes.resource("jdk.jshell", "jdk/jshell/tool/resources/DEFAULT.jsh");
    if (script == null) {
      return PLAIN_DEFAULT;
    }
    return new String(script, StandardCharsets.UTF_8)
        .lines()
        .map(String::trim)
        .filter(line -> line.startsWith("import ") && line.endsWith(";"))
        .map(line -> line.substring("import ".length(), line.length() - 1).trim())
        .toList();
  }
}
