package dev.colight.fuzz;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Keeps the code of documents that are closed for those that follow, until their generation is
 * over. Used by one thread at a time.
 */
final class LateForgetting implements CodeCompiler {
  private final CodeCompiler compiler;
  private final IntSupplier generation;
  private final Set<CodeKey> old = new HashSet<>();
  private int known;

  /**
   * Creates one.
   *
   * @param generation counts generations
   */
  LateForgetting(CodeCompiler compiler, IntSupplier generation) {
    this.compiler = compiler;
    this.generation = generation;
  }

  @Override
  public List<Compiled> compile(List<CompileUnit> units) {
    int now = generation.getAsInt();
    if (now != known) {
      known = now;
      compiler.forget(old);
      old.clear();
    }
    return compiler.compile(units);
  }

  @Override
  public void forget(Collection<CodeKey> keys) {
    old.addAll(keys);
  }
}
