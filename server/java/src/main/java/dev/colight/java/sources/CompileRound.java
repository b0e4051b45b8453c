package dev.colight.java.sources;

import dev.colight.java.compile.CompiledSource;
import dev.colight.java.compile.SourceCompiler;
import dev.colight.java.compile.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compiles files together: what is compiled in a round is found by its source, all else by its
 * class files if it has some. For one use.
 */
final class CompileRound implements SourceCompiler.Sources {
  private final SourceTree tree;
  private final KnownSources known;
  private final Set<Path> files;
  private final Map<SourceText, Path> paths = new HashMap<>();
  private final Map<Path, SourceText> texts = new HashMap<>();

  /**
   * What came of a source.
   *
   * @param text what was compiled: an editor may have another by now
   */
  record Attempt(String text, SourceCompiler.Result result) {}

  private CompileRound(SourceTree tree, KnownSources known, Set<Path> files) {
    this.tree = tree;
    this.known = known;
    this.files = files;
  }

  /**
   * Compiles files, and what they need that is not compiled yet. Where some are broken, the others
   * are compiled against the last good classes of those.
   */
  static Map<Path, Attempt> run(
      Set<Path> dirty, SourceTree tree, KnownSources known, SourceCompiler compiler) {
    Set<Path> files = new TreeSet<>(dirty);
    Map<Path, Attempt> results = new CompileRound(tree, known, files).compile(compiler);
    Set<Path> broken = new HashSet<>();
    results.forEach(
        (file, attempt) -> {
          if (attempt.result.compiled() == null && known.hasCompiled(file)) {
            broken.add(file);
          }
        });
    if (broken.isEmpty() || broken.size() == results.size()) {
      return results;
    }
    files.removeAll(broken);
    Map<Path, Attempt> all = new HashMap<>(results);
    all.putAll(new CompileRound(tree, known, files).compile(compiler));
    return all;
  }

  private Map<Path, Attempt> compile(SourceCompiler compiler) {
    List<SourceText> roots = new ArrayList<>();
    for (Path file : files) {
      SourceText text = text(file);
      if (text != null) {
        roots.add(text);
      }
    }
    Map<Path, Attempt> results = new LinkedHashMap<>();
    if (!roots.isEmpty()) {
      compiler
          .compile(roots, this)
          .forEach(
              (text, result) -> {
                Path file = paths.get(text);
                if (file != null) {
                  results.put(file, new Attempt(text.text(), result));
                }
              });
    }
    return results;
  }

  private @Nullable SourceText text(Path file) {
    String text = tree.text(file);
    if (text == null) {
      return null;
    }
    return texts.computeIfAbsent(
        file,
        f -> {
          SourceText source =
              new SourceText(
                  f.toString(),
                  tree.header(f, text).packageName(),
                  KnownSource.typeNamedAfter(f),
                  text);
          paths.put(source, f);
          return source;
        });
  }

  @Override
  public byte @Nullable [] classFile(String name) {
    Path file = known.owner(name);
    CompiledSource good = file == null || files.contains(file) ? null : known.lastGood(file);
    return good == null ? null : good.classes().get(name);
  }

  @Override
  public @Nullable SourceText source(String name) {
    if (name.indexOf('$') >= 0) {
      return null;
    }
    Path file = tree.find(name);
    return file == null ? null : text(file);
  }

  @Override
  public boolean isPackage(String name) {
    return tree.isPackage(name);
  }
}
