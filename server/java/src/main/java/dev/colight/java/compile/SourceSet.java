package dev.colight.java.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All sources that a document sees, whether it uses them or not, as they are at one moment: what an
 * editor has open counts before what is on the disk. For one thread.
 */
public interface SourceSet extends SourceCompiler.Sources {
  /** Returns what they are compiled against. */
  PlatformClasses platform();

  /** Returns their files. */
  List<Path> files();

  /** Returns the text of a file, or null where it is not there. */
  @Nullable String text(Path file);

  /** Returns the source that a file has, or null where it is not there. */
  @Nullable SourceText source(Path file);

  /** Returns the file of a source that {@link #source(Path)} gave. */
  Path file(SourceText source);

  /** Returns these with other texts; what is not to be there any more has an empty one. */
  SourceSet with(Map<Path, String> texts);
}
