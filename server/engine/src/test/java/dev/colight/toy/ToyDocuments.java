package dev.colight.toy;

import dev.colight.cache.Digest;
import dev.colight.document.Splitter;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Language;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;

/** Documents in the toy language; where they run is left to each test. */
public abstract class ToyDocuments implements Language {
  private final ToyLanguage toy;

  protected ToyDocuments(ToyLanguage toy) {
    this.toy = toy;
  }

  @Override
  public Splitter splitter(String uri) {
    return toy;
  }

  @Override
  public Analyzer analyzer() {
    return toy;
  }

  @Override
  public ImportResolver imports() {
    return toy;
  }

  @Override
  public CodeCompiler compiler() {
    return toy;
  }

  @Override
  public Digest platform() {
    return Digest.of("toy");
  }
}
