package dev.colight.java.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All types that documents may import, by simple name. Listing them takes a moment, and is done
 * when somebody first asks; whether one is public is found out only for those that are asked for.
 * Safe for use by several threads.
 */
public final class TypeIndex {
  private final PlatformClasses classes;
  private final PlatformImports imports;
  private @Nullable Listing listing;

  /** Creates an index of the types of a platform. */
  public TypeIndex(PlatformClasses classes, PlatformImports imports) {
    this.classes = classes;
    this.imports = imports;
  }

  /**
   * A type that can be imported.
   *
   * @param packageName with dots
   */
  public record Entry(String name, String packageName, Member.Kind kind, boolean isGeneric) {
    /** Returns the name by which it is imported. */
    public String qualified() {
      return packageName.isEmpty() ? name : packageName + "." + name;
    }
  }

  private record Listing(NavigableMap<String, List<String>> packagesByName, Set<String> packages) {}

  /** Returns the types whose names begin with some letters, whatever their case. */
  public List<Entry> startingWith(String prefix) {
    String key = prefix.toLowerCase(Locale.ROOT);
    List<Entry> result = new ArrayList<>();
    listing()
        .packagesByName
        .subMap(key, true, key + Character.MAX_VALUE, true)
        .values()
        .forEach(names -> addPublic(names, result));
    return result;
  }

  /** Returns the types of a simple name. */
  public List<Entry> named(String name) {
    List<Entry> result = new ArrayList<>();
    addPublic(
        listing().packagesByName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()), result);
    result.removeIf(entry -> !entry.name().equals(name));
    return result;
  }

  /** Returns the types of a package, given with dots. */
  public List<Entry> typesIn(String packageName) {
    String slashed = packageName.replace('.', '/');
    List<Entry> result = new ArrayList<>();
    if (listing().packages.contains(slashed)) {
      addPublic(
          classes.topLevelTypes(slashed).stream()
              .sorted()
              .map(name -> slashed + "/" + name)
              .toList(),
          result);
    }
    return result;
  }

  /** Returns the types that an import on demand gives: of a package, or of a module. */
  public List<Entry> importedBy(String onDemand) {
    List<Entry> result = new ArrayList<>();
    if (onDemand.startsWith(PlatformImports.MODULE)) {
      String module = onDemand.substring(PlatformImports.MODULE.length()).trim();
      new TreeSet<>(classes.exportedBy(module))
          .forEach(name -> result.addAll(typesIn(name.replace('/', '.'))));
    } else if (!onDemand.startsWith(PlatformImports.STATIC) && onDemand.endsWith(".*")) {
      result.addAll(typesIn(onDemand.substring(0, onDemand.length() - 2)));
    }
    return result;
  }

  /** Returns the last parts of the names of the packages right below one, given with dots. */
  public Collection<String> packagesBelow(String packageName) {
    String start = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    Set<String> result = new TreeSet<>();
    for (String name : listing().packages) {
      if (name.startsWith(start) && name.length() > start.length()) {
        int end = name.indexOf('/', start.length());
        result.add(name.substring(start.length(), end < 0 ? name.length() : end));
      }
    }
    return result;
  }

  private void addPublic(Collection<String> names, List<Entry> into) {
    for (String name : names) {
      int slash = name.lastIndexOf('/');
      String packageName = name.substring(0, Math.max(0, slash));
      String simple = name.substring(slash + 1);
      MemberTable table = imports.publicType(packageName, simple);
      if (table != null) {
        into.add(new Entry(simple, packageName.replace('/', '.'), table.kind(), table.isGeneric()));
      }
    }
  }

  private synchronized Listing listing() {
    Listing known = listing;
    if (known == null) {
      NavigableMap<String, List<String>> byName = new TreeMap<>();
      Set<String> packages = classes.exportedPackages();
      for (String packageName : packages) {
        for (String type : classes.topLevelTypes(packageName)) {
          byName
              .computeIfAbsent(type.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
              .add(packageName + "/" + type);
        }
      }
      known = new Listing(byName, packages);
      listing = known;
    }
    return known;
  }
}
