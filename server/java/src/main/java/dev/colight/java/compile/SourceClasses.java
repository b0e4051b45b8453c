package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.graph.FileGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes of the workspace that a document sees, as of one moment. Immutable. */
public final class SourceClasses implements ClassPathEntry {
  /** Those of a document that uses none. */
  public static final SourceClasses NONE = new SourceClasses(Map.of(), Map.of(), Map.of());

  private final Map<String, CompiledSource> sources = new HashMap<>();
  private final Map<String, SourceUnit> units;
  private final Map<String, String> files;
  private final Map<String, Map<String, ClassBytes>> packages = new HashMap<>();
  private final Set<String> packagesAndAbove = new HashSet<>();

  private SourceClasses(
      Map<String, CompiledSource> sources,
      Map<String, SourceUnit> units,
      Map<String, String> files) {
    this.units = units;
    this.files = files;
    for (CompiledSource source : sources.values()) {
      source.classes().forEach((name, bytes) -> add(name, bytes, source));
    }
  }

  private void add(String name, byte[] bytes, CompiledSource source) {
    sources.put(name, source);
    int slash = name.lastIndexOf('/');
    String packageName = name.substring(0, Math.max(0, slash));
    packages
        .computeIfAbsent(packageName, k -> new HashMap<>())
        .put(name.substring(slash + 1), () -> bytes);
    for (String above = packageName; packagesAndAbove.add(above) && above.indexOf('/') > 0; ) {
      above = above.substring(0, above.lastIndexOf('/'));
    }
  }

  /**
   * Puts sources together.
   *
   * @param sources by file
   * @param before an earlier state, of which everything stays that has not changed
   */
  public static SourceClasses of(Map<String, CompiledSource> sources, SourceClasses before) {
    Map<String, String> files = new HashMap<>();
    sources.forEach(
        (file, source) -> source.classes().keySet().forEach(name -> files.put(name, file)));
    Map<String, Set<String>> uses = new HashMap<>();
    sources.forEach(
        (file, source) ->
            uses.put(
                file,
                source.references().stream()
                    .map(files::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
    FileGraph<String> graph = new FileGraph<>(uses);
    Map<String, SourceUnit> byFile = new HashMap<>();
    Map<String, SourceUnit> byClass = new HashMap<>();
    for (List<String> circle : graph.circles()) {
      Set<CompiledSource> own = new HashSet<>();
      Set<SourceUnit> needs = new HashSet<>();
      for (String file : circle) {
        own.add(Objects.requireNonNull(sources.get(file)));
        graph.usedBy(file).stream().map(byFile::get).filter(Objects::nonNull).forEach(needs::add);
      }
      SourceUnit unit = unit(own, needs, before);
      circle.forEach(file -> byFile.put(file, unit));
      own.forEach(source -> source.classes().keySet().forEach(name -> byClass.put(name, unit)));
    }
    return new SourceClasses(sources, byClass, files);
  }

  private static SourceUnit unit(
      Set<CompiledSource> own, Set<SourceUnit> needs, SourceClasses before) {
    String some = own.iterator().next().classes().keySet().iterator().next();
    SourceUnit known = before.units.get(some);
    if (known != null && known.isMadeOf(own, needs)) {
      return known;
    }
    Digest.Builder digest = Digest.builder().add("workspace");
    TreeSet<Digest> contents = new TreeSet<>();
    own.forEach(source -> contents.add(source.content()));
    TreeSet<Digest> used = new TreeSet<>();
    needs.forEach(unit -> used.add(unit.key().digest()));
    digest.add(contents.size());
    contents.forEach(digest::add);
    used.forEach(digest::add);
    return new SourceUnit(new CodeKey(digest.build()), own, needs);
  }

  /** Returns the source that a class is of, by its name with slashes, or null. */
  public @Nullable CompiledSource source(String name) {
    return sources.get(name);
  }

  /** Returns the file that has the source of a class, by its name with slashes, or null. */
  public @Nullable String file(String name) {
    return files.get(name);
  }

  /** Returns the names of the classes that are of a file, with slashes. */
  Set<String> classesIn(String file) {
    Set<String> names = new HashSet<>();
    files.forEach(
        (name, one) -> {
          if (one.equals(file)) {
            names.add(name);
          }
        });
    return names;
  }

  /** Returns, by file, the files whose classes its own refer to. */
  Map<String, Set<String>> filesUsed() {
    Map<String, Set<String>> used = new HashMap<>();
    files.forEach(
        (name, file) -> {
          CompiledSource source = sources.get(name);
          Set<String> others = used.computeIfAbsent(file, k -> new HashSet<>());
          if (source != null) {
            source.references().stream()
                .map(files::get)
                .filter(Objects::nonNull)
                .forEach(others::add);
          }
        });
    return used;
  }

  /** Returns the unit that a class is of, by its name with slashes, or null. */
  public @Nullable SourceUnit unit(String name) {
    return units.get(name);
  }

  /** Tells whether there is nothing. */
  public boolean isEmpty() {
    return units.isEmpty();
  }

  /** Returns what tells a class from others of the same name, or nothing. */
  String origin(String name) {
    SourceUnit unit = units.get(name);
    return unit == null ? "" : unit.key().toString();
  }

  /** Returns the same of all classes in packages below one. */
  String originOfRoot(String packageName) {
    TreeSet<String> keys = new TreeSet<>();
    units.forEach(
        (name, unit) -> {
          if (name.startsWith(packageName + "/")) {
            keys.add(unit.key().toString());
          }
        });
    Digest.Builder digest = Digest.builder();
    keys.forEach(digest::add);
    return keys.isEmpty() ? "" : digest.build().toString();
  }

  @Override
  public Map<String, ClassBytes> list(String packageName) {
    return packages.getOrDefault(packageName, Map.of());
  }

  @Override
  public Set<String> packages() {
    return Set.copyOf(packages.keySet());
  }

  @Override
  public boolean isPackage(String packageName) {
    return packagesAndAbove.contains(packageName);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
