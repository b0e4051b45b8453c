package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.document.Splitter;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Kernel;
import dev.colight.execution.Language;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;

/** Java as a language of live documents; to be replaced by what puts the parts together. */
public final class JavaLanguage implements Language, AutoCloseable {
  /** How to run Java. */
  public record Options() {
    /** Returns the options that hold where nobody says otherwise. */
    public static Options defaults() {
      return new Options();
    }
  }

  /** Creates the language. */
  public JavaLanguage(Options options) {}

  @Override
  public Splitter splitter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Analyzer analyzer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ImportResolver imports() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CodeCompiler compiler() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Digest platform() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Kernel startKernel(Kernel.Listener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
