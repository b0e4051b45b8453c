package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Cell;
import dev.colight.execution.FollowedFiles;
import dev.colight.execution.PlannerState;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which blocks of a document can run what of other files, as they ran last. */
public final class FollowedUses {
  /** Those of a document without code. */
  public static final FollowedUses NONE =
      new FollowedUses(
          PlannerState.EMPTY,
          FollowedFiles.NONE,
          () -> new Dependencies(Map.of(), Map.of(), List.of()));

  private final FollowedFiles files;
  private final Supplier<Dependencies> dependencies;

  /** By block, in the order of the document: the compiled code that it can run. */
  private final Map<BlockId, Set<CodeKey>> code = new LinkedHashMap<>();

  /**
   * Creates a view of them.
   *
   * @param dependencies works out those of all blocks, which takes its time
   */
  FollowedUses(PlannerState state, FollowedFiles files, Supplier<Dependencies> dependencies) {
    this.files = files;
    this.dependencies = dependencies;
    Map<Long, Cell> inOrder = new TreeMap<>();
    state.cells().values().forEach(cell -> inOrder.put(cell.order(), cell));
    inOrder.values().forEach(cell -> code.put(cell.id(), cell.links().compiled()));
  }

  /** Returns all files that the document uses, directly or not, and which others each uses. */
  public Map<Path, Set<Path>> files() {
    return files.uses();
  }

  /** Returns, by block and file, the names of the members that a block's code can run. */
  public Map<BlockId, Map<Path, Set<String>>> members() {
    Map<BlockId, Map<Path, Set<String>>> found = new LinkedHashMap<>();
    byBlock(files::reached)
        .forEach(
            (block, all) -> {
              Map<Path, Set<String>> named = new TreeMap<>();
              all.forEach(
                  (file, members) -> {
                    Set<String> names = new TreeSet<>();
                    members.forEach(member -> names.add(files.name(member)));
                    named.put(file, names);
                  });
              found.put(block, named);
            });
    return found;
  }

  /** Returns the file that a name leads to which a block uses, as in imports; or null. */
  public @Nullable Path file(String name) {
    return files.file(name);
  }

  /**
   * Returns, by the place where a file declares a method, the blocks that may run again if that
   * changes.
   *
   * @param text of the file, as it is now
   */
  public Map<Range, Set<BlockId>> users(Path file, String text) {
    Map<String, Set<BlockId>> direct = new HashMap<>();
    byBlock(key -> files.mayReach(key, file) ? files.reached(key) : Map.<Path, Set<String>>of())
        .forEach(
            (block, all) ->
                all.getOrDefault(file, Set.of())
                    .forEach(
                        member ->
                            direct.computeIfAbsent(member, k -> new LinkedHashSet<>()).add(block)));
    Map<Range, Set<BlockId>> users = new HashMap<>();
    if (!direct.isEmpty()) {
      Dependencies needs = dependencies.get();
      files
          .declared(file, text)
          .forEach(
              (member, range) -> {
                Set<BlockId> blocks = direct.getOrDefault(member, Set.of());
                if (!blocks.isEmpty()) {
                  Set<BlockId> all = users.computeIfAbsent(range, k -> new LinkedHashSet<>());
                  all.addAll(blocks);
                  all.addAll(needs.affectedBy(blocks));
                }
              });
    }
    return users;
  }

  private Map<BlockId, Map<Path, Set<String>>> byBlock(
      Function<CodeKey, Map<Path, Set<String>>> reached) {
    Map<CodeKey, Map<Path, Set<String>>> known = new HashMap<>();
    Map<BlockId, Map<Path, Set<String>>> found = new LinkedHashMap<>();
    code.forEach(
        (block, keys) -> {
          Map<Path, Set<String>> all = new HashMap<>();
          for (CodeKey key : keys) {
            known
                .computeIfAbsent(key, reached)
                .forEach(
                    (file, members) ->
                        all.computeIfAbsent(file, k -> new TreeSet<>()).addAll(members));
          }
          found.put(block, all);
        });
    return found;
  }
}
