package dev.colight.web;

import dev.colight.protocol.FilesResult;
import dev.colight.protocol.ServedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says which files on disk pages may look at. */
interface Shelf {
  /** Returns the documents that there are now. */
  FilesResult list();

  /** Returns the file of a document, or nothing where no page may see it. */
  Optional<Path> find(String uri);

  /** A shelf with one file. */
  record SingleFile(Path file) implements Shelf {
    /** Creates one for a file, however it is written. */
    public SingleFile {
      file = file.toAbsolutePath().normalize();
    }

    /** Returns how the document is called. */
    String uri() {
      return file.toUri().toString();
    }

    @Override
    public FilesResult list() {
      Path name = file.getFileName();
      return new FilesResult(
          String.valueOf(file.getParent()),
          List.of(new ServedFile(String.valueOf(name), uri())),
          false);
    }

    @Override
    public Optional<Path> find(String uri) {
      return uri.equals(uri()) ? Optional.of(file) : Optional.empty();
    }
  }
}
