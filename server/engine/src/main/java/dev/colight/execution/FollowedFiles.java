package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What code of a document can run of other files that are followed, for those who ask: nothing of
 * it is worked out before. Members have ids, which mean nothing to anybody else. Safe for use by
 * several threads.
 */
public interface FollowedFiles {
  /** There are none. */
  FollowedFiles NONE =
      new FollowedFiles() {
        @Override
        public Map<Path, Set<Path>> uses() {
          return Map.of();
        }

        @Override
        public @Nullable Path file(String name) {
          return null;
        }

        @Override
        public Map<Path, Set<String>> reached(CodeKey code) {
          return Map.of();
        }

        @Override
        public boolean mayReach(CodeKey code, Path file) {
          return false;
        }

        @Override
        public Map<String, Range> declared(Path file, String text) {
          return Map.of();
        }

        @Override
        public String name(String member) {
          return member;
        }
      };

  /** Returns all the files, and which others each uses itself. */
  Map<Path, Set<Path>> uses();

  /** Returns the file that an import's text, or a name in full, leads to, or null. */
  @Nullable Path file(String name);

  /** Returns the members that some compiled code can run, by file. */
  Map<Path, Set<String>> reached(CodeKey code);

  /** Tells whether there may be some in a file: quickly. */
  boolean mayReach(CodeKey code, Path file);

  /**
   * Returns where a file declares members that run: where their names stand.
   *
   * @param text of the file, which may be newer than what is compiled
   */
  Map<String, Range> declared(Path file, String text);

  /** Returns the name of a member for people. */
  String name(String member);
}
