package dev.colight.execution;

import dev.colight.cache.Digest;
import dev.colight.graph.ImportResolver;
import java.util.List;

/** What a document's code is compiled against and with: the platform and the libraries it sees. */
public interface Toolchain {
  ImportResolver imports();

  CodeCompiler compiler();

  /** Returns what helps with editing code that sees this. */
  default Assistant assistant() {
    return Assistant.NONE;
  }

  /**
   * Returns the digest of what all compiled code depends on: JDK, options. What only some code
   * depends on, {@link ImportResolver#origin} tells.
   */
  Digest platform();

  /** Returns where the libraries are that code sees besides the platform, for people. */
  default List<String> libraries() {
    return List.of();
  }

  /** Returns what there is to know of other files that code uses. */
  default FollowedFiles files() {
    return FollowedFiles.NONE;
  }

  /** Tells what a kernel is started with: one may go on where this is equal. */
  default Object process() {
    return platform();
  }
}
