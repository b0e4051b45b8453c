package dev.colight.bench;

import dev.colight.java.dependencies.Libraries;
import dev.colight.java.dependencies.Library;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.java.dependencies.Resolved;
import dev.colight.java.dependencies.Watch;
import dev.colight.java.directives.Coordinate;
import dev.colight.java.directives.Requirements;
import dev.colight.java.directives.Requirements.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What others have made and the benchmark uses, fetched with Maven's means when it is wanted:
 * nothing of it is part of this program.
 */
enum Peer {
  /** Worksheets for Scala, Apache License 2.0. Compiled against the same version. */
  MDOC("org.scalameta:mdoc_2.13:2.6.1"),
  /** A kernel for Java that notebooks use, on JShell, MIT License. */
  NOTEBOOK("io.github.padreati:rapaio-jupyter-kernel:3.0.1"),
  /** The JDK's harness for small benchmarks, GPL 2 with Classpath Exception. The same version. */
  JMH("org.openjdk.jmh:jmh-core:1.37");

  private final String coordinate;

  Peer(String coordinate) {
    this.coordinate = coordinate;
  }

  /** Returns what names it in Maven's repositories. */
  String coordinate() {
    return coordinate;
  }

  /**
   * Returns its jars, from this machine or else the network.
   *
   * @throws IOException saying why they cannot be had
   */
  List<Path> jars(Consumer<String> progress) throws IOException {
    Wanted wanted = new Wanted(Objects.requireNonNull(Coordinate.parse(coordinate)), 0, 0);
    Requirements requirements =
        new Requirements(List.of(wanted), List.of(), null, List.of(), List.of(), false, List.of());
    Resolved resolved =
        new Libraries(MavenPlaces.ofUser()).find(requirements, new Progress(progress));
    if (resolved instanceof Resolved.Found found) {
      return found.libraries().stream().map(Library::path).toList();
    }
    throw new IOException(((Resolved.Failed) resolved).problems().get(0).message());
  }

  private record Progress(Consumer<String> to) implements Watch {
    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void progress(String message) {
      to.accept(message);
    }
  }
}
