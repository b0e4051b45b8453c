package dev.colight.java.assist;

import dev.colight.execution.Assistant;
import dev.colight.execution.Scene;
import dev.colight.graph.Analyzer;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.TypeIndex;
import dev.colight.text.Position;
import org.jspecify.annotations.Nullable;

/** Helps with editing Java. */
public final class JavaAssistant implements Assistant {
  private final Completer completer;

  /**
   * Creates an assistant for documents that see a platform.
   *
   * @param probe asks the compiler what code means
   * @param index the types that can be imported
   */
  public JavaAssistant(
      Analyzer analyzer, CodeProbe probe, PlatformImports imports, TypeIndex index) {
    Prober prober = new Prober(analyzer, probe);
    this.completer = new Completer(prober, probe, imports, index);
  }

  @Override
  public @Nullable Completions complete(Scene scene, Position position) {
    return completer.complete(scene, position);
  }
}
