package dev.colight.cli;

import dev.colight.lsp.view.Phrases;
import dev.colight.trust.Grants;
import dev.colight.trust.Place;
import dev.colight.trust.TrustStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Shows and changes what a user trusts for good. */
final class TrustCommand {
  private static final int MAX_LENGTH = 4_096;

  private final TrustStore store;
  private final PrintStream out;

  TrustCommand(TrustStore store, PrintStream out) {
    this.store = store;
    this.out = out;
  }

  /** Does it; returns the exit code: 1 where there was nothing to remove, else 0. */
  int run(Arguments.Trust asked) {
    try {
      return switch (asked.action()) {
        case LIST -> list();
        case ADD -> add(asked.path());
        case REMOVE -> remove(asked.path());
      };
    } catch (IOException e) {
      throw new UsageException("what is trusted cannot be kept in " + store.file() + ": " + e);
    }
  }

  private int list() {
    Grants grants = store.read();
    print("folder", grants.folders());
    print("document", grants.documents());
    return 0;
  }

  private void print(String kind, Set<Path> paths) {
    paths.stream().sorted().forEach(path -> out.println(kind + " " + shown(path)));
  }

  private int add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UsageException("no such file or directory: " + path);
    }
    boolean folder = Files.isDirectory(path);
    store.change(grants -> folder ? grants.withFolder(path) : grants.withDocument(Place.of(path)));
    // A folder is trusted where it really is, whatever link led there.
    out.println(
        folder
            ? "trusted, with all that is in it: " + shown(Place.of(path).target())
            : "trusted: " + shown(path));
    return 0;
  }

  private int remove(Path path) throws IOException {
    Grants before = store.change(grants -> grants.without(path));
    Grants after = before.without(path);
    boolean removed = !after.equals(before);
    out.println(
        removed ? "not trusted any more: " + shown(path) : "was not in the list: " + shown(path));
    if (after.cover(Place.of(path))) {
      out.println("a folder above it is trusted all the same; see 'colight trust list'");
    }
    return removed ? 0 : 1;
  }

  /** A name may hold what a terminal would take for an order. */
  private static String shown(Path path) {
    return Phrases.line(Place.of(path).paths().get(0).toString(), MAX_LENGTH);
  }
}
