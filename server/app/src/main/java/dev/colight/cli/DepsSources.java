package dev.colight.cli;

import dev.colight.document.BlockId;
import dev.colight.workspace.Dependencies;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.FollowedUses;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sources that a document uses: which use which, and which blocks can run what of them. */
final class DepsSources {
  private final FollowedUses followed;
  private final Dependencies dependencies;
  private final Map<Path, Set<Path>> files;
  private final Map<BlockId, Map<Path, Set<String>>> members;

  /** By block, in the order of the document: what it names, or can run something of. */
  private final Map<BlockId, Set<Path>> used = new LinkedHashMap<>();

  private final Path folder;

  DepsSources(DocumentSnapshot document, Dependencies dependencies) {
    this.followed = document.followed();
    this.dependencies = dependencies;
    this.files = new TreeMap<>(followed.files());
    this.members = followed.members();
    members.keySet().forEach(block -> used.put(block, usedBy(block)));
    this.folder = Path.of(URI.create(document.uri())).resolveSibling("");
  }

  /** Returns all of them, those that only other sources use included. */
  Set<Path> files() {
    return files.keySet();
  }

  /**
   * Returns the path of a source from the document's folder, or all of it where that is shorter.
   */
  String shown(Path file) {
    String path = file.toString();
    boolean comparable = Objects.equals(folder.getRoot(), file.getRoot());
    String relative = comparable ? folder.relativize(file).toString() : path;
    return relative.length() < path.length() ? relative : path;
  }

  /** Returns the sources that one uses itself. */
  Set<Path> uses(Path file) {
    return new TreeSet<>(files.getOrDefault(file, Set.of()));
  }

  /** Returns what a block can run, by source. */
  Map<Path, Set<String>> members(BlockId block) {
    return members.getOrDefault(block, Map.of());
  }

  /** Returns the sources that a block names, or of which it can run something. */
  Set<Path> of(BlockId block) {
    return used.getOrDefault(block, Set.of());
  }

  private Set<Path> usedBy(BlockId block) {
    Set<Path> found = new TreeSet<>();
    for (String name : dependencies.outside().getOrDefault(block, Set.of())) {
      Path file = followed.file(name);
      if (file != null) {
        found.add(file);
      }
    }
    found.addAll(members(block).keySet());
    return found;
  }

  /** Returns the blocks that name a source, or can run something of it, in order. */
  Set<BlockId> users(Path file) {
    Set<BlockId> users = new LinkedHashSet<>();
    used.forEach(
        (block, sources) -> {
          if (sources.contains(file)) {
            users.add(block);
          }
        });
    return users;
  }

  /** Returns the blocks that may run again where what some use of sources changes, in order. */
  Set<BlockId> runs(Collection<BlockId> users) {
    Set<BlockId> all = new LinkedHashSet<>(users);
    all.addAll(dependencies.affectedBy(Set.copyOf(users)));
    Set<BlockId> inOrder = new LinkedHashSet<>(members.keySet());
    inOrder.retainAll(all);
    return inOrder;
  }

  /** Returns the sources that somebody means by a name of a file, or of a type, in full or not. */
  List<Path> find(String name) {
    String path = (name.endsWith(".java") ? name : name.replace('.', '/') + ".java");
    return files.keySet().stream().filter(file -> file.endsWith(path)).toList();
  }

  /** Returns the blocks that can run a member, as in {@code Basket.total}. */
  Set<BlockId> usersOfMember(String name) {
    Set<BlockId> users = new LinkedHashSet<>();
    members.forEach(
        (block, all) -> {
          if (all.values().stream().flatMap(Set::stream).anyMatch(one -> isNamed(one, name))) {
            users.add(block);
          }
        });
    return users;
  }

  private static boolean isNamed(String member, String name) {
    return member.equals(name) || member.startsWith(name + "(");
  }
}
