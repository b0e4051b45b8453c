package dev.colight.execution;

import dev.colight.graph.Problem;
import dev.colight.text.Range;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The files that documents use besides their own text. All methods may be called from any thread
 * and return at once.
 */
public interface OtherFiles {
  /** Those of a language whose documents use none. */
  OtherFiles NONE =
      new OtherFiles() {
        @Override
        public void edited(String uri, String text) {}

        @Override
        public void closed(String uri) {}

        @Override
        public void changedOnDisk() {}

        @Override
        public void setRoots(List<String> folders) {}

        @Override
        public void listen(BiConsumer<String, List<FileProblem>> listener) {}
      };

  /** Notes what somebody has in a file that is open: it counts more than what is on the disk. */
  void edited(String uri, String text);

  /** Notes that a file is not open any more. */
  void closed(String uri);

  /** Notes that some files have changed on the disk. It would be found out anyway, but later. */
  void changedOnDisk();

  /** Sets the folders in which files are looked for; none leaves that to the language. */
  void setRoots(List<String> folders);

  /**
   * Says who hears what is wrong with files that documents use, by URI: all of it, each time that
   * it changes; nothing, once there is nothing wrong, or nobody uses the file any more.
   */
  void listen(BiConsumer<String, List<FileProblem>> listener);

  /** Returns what there is to know of the names that they declare. */
  default WorkspaceNames names() {
    return WorkspaceNames.NONE;
  }

  /**
   * Something wrong with a file.
   *
   * @param range in lines of the file
   */
  record FileProblem(Problem.Severity severity, String message, Range range) {}
}
