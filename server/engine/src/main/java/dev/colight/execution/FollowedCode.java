package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What compiled code has to do with the code of other files that are followed.
 *
 * @param statics code that it can run there and that has static state of its own
 * @param hidden the same of all that whoever looks inside can get at from there
 * @param members stands for all that it can run there, and for nothing else; null where that is
 *     nothing
 * @param inside whether it can tell more of other code than what comes of running it, by
 *     reflection, by stack traces, or as it uses a library, which may
 */
public record FollowedCode(
    Set<CodeKey> statics, Set<CodeKey> hidden, @Nullable Digest members, boolean inside) {
  /**
   * Stands for the process as code with static state of its own: what all code sees of it and some
   * can change, such as a default locale. Whoever can change it has it among its {@code statics}.
   */
  public static final CodeKey PROCESS = new CodeKey(Digest.of("process"));

  /** Of code that has nothing to do with other files. */
  public static final FollowedCode NONE = new FollowedCode(Set.of(), Set.of(), null, false);
}
