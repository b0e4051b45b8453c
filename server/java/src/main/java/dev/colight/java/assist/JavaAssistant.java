package dev.colight.java.assist;

import dev.colight.execution.Assistant;
import dev.colight.execution.Scene;
import dev.colight.graph.Analyzer;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.split.Indentation;
import dev.colight.text.Position;
import dev.colight.text.TextEdit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Helps with editing Java. */
public final class JavaAssistant implements Assistant {
  private final NameReader reader;
  private final SourceFiles sources;
  private final Completer completer;
  private final SignatureFinder signatures;
  private final Navigator navigator;
  private final Renamer renamer;
  private final Fixer fixer;
  private final SourceDocs docs;
  private final UncompiledVariables variables;

  /**
   * Creates an assistant for documents that see a platform.
   *
   * @param probe asks the compiler what code means
   * @param index the types that can be imported
   */
  public JavaAssistant(
      Analyzer analyzer,
      CodeProbe probe,
      PlatformImports imports,
      TypeIndex index,
      SourceFiles sources) {
    Prober prober = new Prober(analyzer, probe);
    TypeProposals types = new TypeProposals(index);
    NameProposals names = new NameProposals(prober, probe, imports, types);
    this.reader = new NameReader(probe);
    this.sources = sources;
    variables = new UncompiledVariables(analyzer, prober, probe);
    docs = new SourceDocs(sources);
    completer = new Completer(prober, names, types, index);
    signatures = new SignatureFinder(prober, names, docs);
    navigator = new Navigator(reader, docs);
    renamer = new Renamer(reader, navigator);
    fixer = new Fixer(index, probe);
  }

  /** Returns what finds the names of documents. */
  NameReader names() {
    return reader;
  }

  /** Returns the file of the workspace that declares a class, with dots and dollars, or null. */
  @Nullable Path fileOf(String className) {
    return sources.file(className);
  }

  @Override
  public @Nullable Completions complete(Scene scene, Position position) {
    return completer.complete(variables.typed(scene, position), position);
  }

  @Override
  public @Nullable String document(String origin) {
    return docs.markdown(origin);
  }

  @Override
  public @Nullable Signatures signatures(Scene scene, Position position) {
    return signatures.find(variables.typed(scene, position), position);
  }

  @Override
  public @Nullable Description describe(Scene scene, Position position) {
    return navigator.describe(scene, position);
  }

  @Override
  public @Nullable Occurrences occurrences(Scene scene, Position position) {
    return navigator.occurrences(scene, position);
  }

  @Override
  public @Nullable Elsewhere elsewhere(Scene scene, Position position) {
    return navigator.elsewhere(scene, position);
  }

  @Override
  public Renaming rename(Scene scene, Position position, String name) {
    return renamer.rename(scene, position, name);
  }

  @Override
  public List<Fix> fixes(Scene scene, Complaint complaint) {
    return fixer.fixes(scene, complaint);
  }

  @Override
  public List<Mark> marks(Scene scene, int firstLine, int lastLine) {
    return navigator.marks(scene, firstLine, lastLine);
  }

  @Override
  public List<TextEdit> format(Scene scene, int firstLine, int lastLine, Indent indent) {
    return Formatter.format(
        scene, firstLine, lastLine, new Indentation(indent.width(), indent.tabs()));
  }
}
