package dev.colight.execution;

import dev.colight.bench.pieces.OpenedDocument;
import dev.colight.cache.CodeKey;
import dev.colight.document.Block;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From the units of a block to its compiled code. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class CodePieces {
  private final OpenedDocument document = new OpenedDocument(1_000);
  private final CodeCompiler compiler = document.language().compiler();
  private Block edited = OpenedDocument.edited(document.edit());
  private BlockAnalysis analysis = document.analyse(edited);
  private List<CompileUnit> units = List.of();

  /** Writes code that has not been there before. */
  @Setup(Level.Invocation)
  public void edit() {
    edited = OpenedDocument.edited(document.edit());
    analysis = document.analyse(edited);
    units = List.copyOf(collect().values());
  }

  /** Ends what belongs to the document. */
  @TearDown
  public void close() {
    document.close();
  }

  private Resolver resolver() {
    BlockGraph graph = document.graph().with(edited.id(), edited.order(), analysis);
    return new Resolver(graph, document.language().imports(), document.language().platform());
  }

  private static CodeNode node(Resolver resolver, Block block, BlockAnalysis of) {
    StatementUnit unit = (StatementUnit) of.units().get(0);
    return resolver.statements(block.id(), new Place(block.order(), 0), unit);
  }

  private Map<CodeKey, CompileUnit> collect() {
    Resolver resolver = resolver();
    Map<CodeKey, CompileUnit> found = new LinkedHashMap<>();
    resolver.collect(node(resolver, edited, analysis), found);
    return found;
  }

  /** Puts the edited block into the graph, and computes the keys of it and of its dependent. */
  @Benchmark
  public CodeKey keys() {
    Resolver resolver = resolver();
    resolver.key(node(resolver, edited, analysis));
    Block dependent = document.dependent();
    BlockAnalysis known = document.graph().analysis(dependent.id());
    return resolver.key(node(resolver, dependent, Objects.requireNonNull(known)));
  }

  /** Compiles the edited block. */
  @Benchmark
  public List<Compiled> compile() {
    return compiler.compile(units);
  }
}
