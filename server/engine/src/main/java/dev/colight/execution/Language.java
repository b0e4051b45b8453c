package dev.colight.execution;

import dev.colight.cache.Digest;
import dev.colight.document.Splitter;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;

/** Everything the engine needs of a language. */
public interface Language {
  Splitter splitter();

  Analyzer analyzer();

  ImportResolver imports();

  CodeCompiler compiler();

  /** Returns what helps with editing. */
  default Assistant assistant() {
    return Assistant.NONE;
  }

  /** Returns the digest of what else compiled code depends on: JDK, class path, options. */
  Digest platform();

  /** Starts a kernel for one document; its process may still be starting when this returns. */
  Kernel startKernel(Kernel.Listener listener);
}
