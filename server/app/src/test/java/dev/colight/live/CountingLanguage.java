package dev.colight.live;

import dev.colight.cache.Digest;
import dev.colight.document.BlockSpan;
import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.Language;
import dev.colight.execution.OtherFiles;
import dev.colight.execution.Preparation;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Directive;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.StatementUnit;
import dev.colight.java.JavaLanguage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Java, with counters on what each of its parts is asked to do. */
final class CountingLanguage implements Language, AutoCloseable {
  private final JavaLanguage java;
  private final AtomicInteger splitBlocks = new AtomicInteger();
  private final AtomicInteger analysedBlocks = new AtomicInteger();
  private final AtomicInteger compiledUnits = new AtomicInteger();
  private final AtomicInteger definedClasses = new AtomicInteger();
  private final AtomicInteger preparations = new AtomicInteger();
  private final AtomicInteger kernelRuns = new AtomicInteger();

  CountingLanguage() {
    this(JavaLanguage.Options.defaults());
  }

  CountingLanguage(JavaLanguage.Options options) {
    java = new JavaLanguage(options);
  }

  /**
   * What was done so far.
   *
   * @param splitBlocks blocks that the splitter found
   * @param analysedBlocks blocks that were taken apart
   * @param compiledUnits units that the compiler was given
   * @param definedClasses classes that workers defined for runs, as they count them
   * @param kernelRuns runs that workers ended
   * @param sentClasses class files that were sent to workers
   * @param sentBytes bytes that were sent to workers, class files included
   */
  record Counts(
      int splitBlocks,
      int analysedBlocks,
      int compiledUnits,
      int definedClasses,
      int kernelRuns,
      int sentClasses,
      int sentBytes) {
    Counts since(Counts before) {
      return new Counts(
          splitBlocks - before.splitBlocks,
          analysedBlocks - before.analysedBlocks,
          compiledUnits - before.compiledUnits,
          definedClasses - before.definedClasses,
          kernelRuns - before.kernelRuns,
          sentClasses - before.sentClasses,
          sentBytes - before.sentBytes);
    }
  }

  Counts counts() {
    return new Counts(
        splitBlocks.get(),
        analysedBlocks.get(),
        compiledUnits.get(),
        definedClasses.get(),
        kernelRuns.get(),
        (int) java.traffic().classes(),
        (int) java.traffic().bytes());
  }

  @Override
  public void begin() {
    java.begin();
  }

  @Override
  public void end() {
    java.end();
  }

  @Override
  public OtherFiles otherFiles() {
    return java.otherFiles();
  }

  @Override
  public void setLibraries(List<String> entries, List<Path> roots) {
    java.setLibraries(entries, roots);
  }

  @Override
  public void setEffectRules(List<String> rules) {
    java.setEffectRules(rules);
  }

  @Override
  public Splitter splitter(String uri) {
    return (text, fromLine, stop) -> {
      List<BlockSpan> spans = java.splitter(uri).split(text, fromLine, stop);
      splitBlocks.addAndGet(spans.size());
      return spans;
    };
  }

  @Override
  public Analyzer analyzer() {
    Analyzer analyzer = java.analyzer();
    return new Analyzer() {
      @Override
      public BlockAnalysis analyze(Role role, List<String> lines) {
        analysedBlocks.incrementAndGet();
        return analyzer.analyze(role, lines);
      }

      @Override
      public StatementUnit prefix(StatementUnit unit, int statements) {
        return analyzer.prefix(unit, statements);
      }

      @Override
      public String prose(List<String> lines) {
        return analyzer.prose(lines);
      }
    };
  }

  @Override
  public ImportResolver imports() {
    return java.imports();
  }

  @Override
  public CodeCompiler compiler() {
    return units -> {
      compiledUnits.addAndGet(units.size());
      return java.compiler().compile(units);
    };
  }

  @Override
  public Digest platform() {
    return java.platform();
  }

  @Override
  public Object process() {
    return java.process();
  }

  @Override
  public List<Directive> directives(List<String> lines) {
    return java.directives(lines);
  }

  @Override
  public boolean asks(String uri, List<Directive> directives) {
    return java.asks(uri, directives);
  }

  @Override
  public Toolchain lacking(Toolchain present, String reason) {
    return java.lacking(present, reason);
  }

  @Override
  public Preparation prepare(
      String uri, List<Directive> directives, Consumer<Preparation.Event> listener) {
    preparations.incrementAndGet();
    return java.prepare(uri, directives, listener);
  }

  /** Returns how often somebody went for what a document asks for. */
  int preparations() {
    return preparations.get();
  }

  @Override
  public Kernel startKernel(Kernel.Listener listener) {
    return java.startKernel(
        event -> {
          if (event instanceof KernelEvent.Finished finished) {
            definedClasses.addAndGet(finished.definedClasses());
            kernelRuns.incrementAndGet();
          }
          listener.on(event);
        });
  }

  @Override
  public void close() {
    java.close();
  }
}
