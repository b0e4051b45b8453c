package dev.colight.toy;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.execution.Binding;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.execution.Effect;
import dev.colight.execution.EffectSummary;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Code;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import dev.colight.graph.Namespace;
import dev.colight.graph.Problem;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import dev.colight.text.Range;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A language small enough to see through, with everything the engine has to cope with. One
 * statement a line:
 *
 * <pre>
 * int a = 1          declares a variable of a type
 * var a = b + f()    declares one of inferred type: str where the first operand is quoted
 * a := a + 1         assigns
 * box a = 1          declares a variable that holds a new box with a value in it
 * ref b = a          declares another variable for the same box
 * a << 1             puts a value into a box, in place
 * a <- b             puts a box into a box, in place
 * fun f = a + 1      defines a function, bound late; a! puts a dot into a box, in place
 * show a + 1         shows a value
 * show @x            shows what an input of the running block stands at, else 0
 * show ^x            touches the outside world, and shows 1
 * show %x            touches it, too, but only as it runs it can be seen
 * fail               throws
 * ?                  does not parse
 * # text             a comment; prose where it stands alone
 * </pre>
 */
public final class ToyLanguage implements Splitter, Analyzer, ImportResolver, CodeCompiler {
  private static final Pattern DECLARE = Pattern.compile("(int|str|var|box|ref) (\\w+) = (.*)");
  private static final Pattern FUNCTION = Pattern.compile("fun (\\w+) = (.*)");
  private static final Pattern ASSIGN = Pattern.compile("(\\w+) := (.*)");
  private static final Pattern PUSH = Pattern.compile("(\\w+) (<<|<-) (.*)");
  private static final Pattern OPERAND =
      Pattern.compile("'[^']*'|\\d+|@\\w+|[\\^%]\\w+|[a-z]\\w*(\\(\\)|!)?");

  /** A scripted kernel never gets beyond a statement that shows this. */
  public String endless = "'";

  /** Compiled code by key: what a toy kernel interprets. */
  public final Map<CodeKey, CompileUnit> code = new HashMap<>();

  public final Map<CodeKey, Map<Name, CodeKey>> inferred = new HashMap<>();
  private final Map<CodeKey, String> types = new HashMap<>();
  public int compiledUnits;

  /** The lines of a unit; a token is a line. */
  public record Lines(List<String> lines, List<Integer> at) implements Code {
    @Override
    public Range range(int token) {
      return Range.of(at.get(token), 0, at.get(token), lines.get(token).length());
    }

    @Override
    public int tokenCount() {
      return lines.size();
    }
  }

  @Override
  public List<BlockSpan> split(Text text, int fromLine, IntPredicate stop) {
    List<BlockSpan> spans = new ArrayList<>();
    int line = fromLine;
    while (true) {
      while (line < text.lineCount() && text.line(line).isBlank()) {
        line++;
      }
      if (line == text.lineCount() || stop.test(line)) {
        return spans;
      }
      int start = line;
      boolean prose = true;
      while (line < text.lineCount() && !text.line(line).isBlank()) {
        prose &= text.line(line).startsWith("#");
        line++;
      }
      spans.add(new BlockSpan(prose ? BlockKind.PROSE : BlockKind.CODE, start, line, 1));
    }
  }

  @Override
  public String prose(List<String> lines) {
    return String.join("\n", lines).replace("# ", "");
  }

  @Override
  public BlockAnalysis analyze(Role role, List<String> lines) {
    List<Unit> units = new ArrayList<>();
    List<String> run = new ArrayList<>();
    List<Integer> at = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("#")) {
        continue;
      }
      Matcher function = FUNCTION.matcher(line);
      if (line.startsWith("?")) {
        if (!run.isEmpty()) {
          units.add(statements(run, at));
          run = new ArrayList<>();
          at = new ArrayList<>();
        }
        Problem problem = new Problem(Problem.Severity.ERROR, "cannot parse", 0, 0);
        Lines code = new Lines(List.of(line), List.of(i));
        units.add(new BrokenUnit(line, Set.of(), List.of(problem), code));
      } else if (function.matches()) {
        Name name = Name.function(function.group(1));
        Lines code = new Lines(List.of(line), List.of(i));
        Set<Name> uses = names(function.group(2));
        units.add(new FunctionUnit(name, "()", name.text(), Set.of(), line, uses, code));
      } else {
        Matcher declare = DECLARE.matcher(line);
        if (declare.matches() && named.contains(declare.group(2))) {
          units.add(statements(run, at));
          run = new ArrayList<>();
          at = new ArrayList<>();
          named.clear();
        }
        names(line).forEach(n -> named.add(n.text()));
        if (declare.matches()) {
          named.add(declare.group(2));
        }
        run.add(line);
        at.add(i);
      }
    }
    if (!run.isEmpty()) {
      units.add(statements(run, at));
    }
    boolean always = lines.contains("# run-on-type");
    return new BlockAnalysis(units, always ? Set.of("run-on-type") : Set.of());
  }

  private static StatementUnit statements(List<String> lines, List<Integer> at) {
    List<ValueDefinition> values = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    Set<Name> uses = new LinkedHashSet<>();
    Set<Name> assigns = new HashSet<>();
    Set<Name> own = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      statements.add(new Statement(i, i));
      Matcher declare = DECLARE.matcher(lines.get(i));
      Matcher assign = ASSIGN.matcher(lines.get(i));
      if (declare.matches()) {
        uses.addAll(names(declare.group(3)));
        String type =
            declare.group(1).equals("var") ? null : declare.group(1).replace("ref", "box");
        values.add(new ValueDefinition(Name.value(declare.group(2)), type, Set.of(), i));
        own.add(Name.value(declare.group(2)));
      } else if (assign.matches()) {
        uses.addAll(names(assign.group(2)));
        uses.add(Name.value(assign.group(1)));
        assigns.add(Name.value(assign.group(1)));
      } else if (PUSH.matcher(lines.get(i)).matches()) {
        uses.addAll(names(lines.get(i)));
      } else if (lines.get(i).startsWith("show ")) {
        uses.addAll(names(lines.get(i).substring(5)));
      }
    }
    uses.removeAll(own);
    Lines code = new Lines(List.copyOf(lines), List.copyOf(at));
    return new StatementUnit(String.join("\n", lines), statements, values, uses, assigns, code);
  }

  @Override
  public StatementUnit prefix(StatementUnit unit, int statements) {
    Lines code = (Lines) unit.code();
    return statements(code.lines().subList(0, statements), code.at().subList(0, statements));
  }

  private static Set<Name> names(String expression) {
    Set<Name> result = new LinkedHashSet<>();
    for (String operand : operands(expression)) {
      if (operand.endsWith("()")) {
        result.add(Name.function(operand.substring(0, operand.length() - 2)));
      } else if (operand.endsWith("!")) {
        result.add(Name.value(operand.substring(0, operand.length() - 1)));
      } else if (Character.isLetter(operand.charAt(0))) {
        result.add(Name.value(operand));
      }
    }
    return result;
  }

  /** Returns the operands of a sum. */
  public static List<String> operands(String expression) {
    List<String> result = new ArrayList<>();
    Matcher matcher = OPERAND.matcher(expression);
    while (matcher.find()) {
      result.add(matcher.group());
    }
    return result;
  }

  /** Returns what a line computes, or the empty string. */
  public static String expression(String line) {
    for (Pattern pattern : List.of(DECLARE, FUNCTION, ASSIGN, PUSH)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return matcher.group(matcher.groupCount());
      }
    }
    return line.startsWith("show ") ? line.substring(5) : "";
  }

  /** Returns the variable that a line declares or assigns, or the empty string. */
  public static String target(String line) {
    Matcher declare = DECLARE.matcher(line);
    Matcher assign = ASSIGN.matcher(line);
    return declare.matches() ? declare.group(2) : assign.matches() ? assign.group(1) : "";
  }

  /** Returns the variable whose box a line puts something into, or null. */
  public static @Nullable Name box(String line) {
    Matcher push = PUSH.matcher(line);
    return push.matches() ? Name.value(push.group(1)) : null;
  }

  @Override
  public List<String> defaultImports() {
    return List.of();
  }

  @Override
  public List<String> resolve(Name name, List<String> onDemand) {
    return List.of();
  }

  @Override
  public @Nullable String problem(String text) {
    return null;
  }

  @Override
  public void forget(Collection<CodeKey> keys) {
    code.keySet().removeAll(keys);
  }

  @Override
  public List<Compiled> compile(List<CompileUnit> units) {
    // What is inferred from a variable must not depend on the order of the units.
    for (CompileUnit unit : units) {
      if (unit instanceof CompileUnit.Storage s) {
        types.put(s.key(), String.valueOf(s.value().typeText()));
      }
    }
    return units.stream().map(this::compile).toList();
  }

  private Compiled compile(CompileUnit unit) {
    compiledUnits++;
    code.put(unit.key(), unit);
    Set<Name> bound = new HashSet<>();
    Map<Name, CodeKey> storages = new HashMap<>();
    for (Binding binding : unit.bindings()) {
      bound.add(binding.name());
      if (binding instanceof Binding.Defined d) {
        storages.put(d.name(), d.key());
      }
    }
    Set<Name> uses = new HashSet<>();
    Set<Name> assigns = new HashSet<>();
    Map<Name, CodeKey> types = new HashMap<>();
    if (unit instanceof CompileUnit.FunctionBody f) {
      uses.addAll(f.unit().uses());
    } else if (unit instanceof CompileUnit.Statements s) {
      uses.addAll(s.unit().uses());
      assigns.addAll(s.unit().assigns());
      for (ValueDefinition value : s.unit().values()) {
        if (value.typeText() == null) {
          types.put(value.name(), infer(s, value, storages, types));
        }
      }
      inferred.put(unit.key(), types);
    }
    Set<Name> unresolved = new HashSet<>(uses);
    unresolved.removeAll(bound);
    List<Problem> problems = new ArrayList<>();
    for (Name name : unresolved) {
      int line = lineOf(unit, name);
      problems.add(new Problem(Problem.Severity.ERROR, name + " cannot be resolved", line, line));
    }
    return new Compiled(
        unit.key(), problems, uses, assigns, types, Map.of(), unresolved, false, effects(unit));
  }

  private static EffectSummary effects(CompileUnit unit) {
    if (!(unit instanceof CompileUnit.Statements) && !(unit instanceof CompileUnit.FunctionBody)) {
      return EffectSummary.NONE;
    }
    List<String> lines = ((Lines) unit.unit().code()).lines();
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (String operand : operands(expression(lines.get(i)))) {
        if (operand.startsWith("^")) {
          effects.add(new Effect("touches", operand.substring(1), i));
        }
      }
    }
    Set<EffectSummary.Target> calls = new HashSet<>();
    for (Binding binding : unit.bindings()) {
      if (binding instanceof Binding.Defined d && d.name().namespace() == Namespace.FUNCTION) {
        calls.add(new EffectSummary.Target(d.key().toString(), ""));
      }
    }
    EffectSummary.Routine routine = new EffectSummary.Routine(effects, calls);
    return new EffectSummary(
        Map.of(new EffectSummary.Target(unit.key().toString(), ""), routine), Map.of(), Set.of());
  }

  private static int lineOf(CompileUnit unit, Name name) {
    if (unit instanceof CompileUnit.Statements s) {
      List<String> lines = ((Lines) s.unit().code()).lines();
      for (int i = 0; i < lines.size(); i++) {
        boolean target =
            name.equals(Name.value(target(lines.get(i)))) || name.equals(box(lines.get(i)));
        if (target || names(expression(lines.get(i))).contains(name)) {
          return i;
        }
      }
    }
    return 0;
  }

  private CodeKey infer(
      CompileUnit.Statements unit,
      ValueDefinition value,
      Map<Name, CodeKey> bound,
      Map<Name, CodeKey> own) {
    Lines code = (Lines) unit.unit().code();
    String first = operands(expression(code.lines().get(value.statement()))).get(0);
    CodeKey source = own.getOrDefault(Name.value(first), bound.get(Name.value(first)));
    String type =
        first.startsWith("'") ? "str" : source == null ? "int" : types.getOrDefault(source, "int");
    CodeKey key = new CodeKey(Digest.of("storage " + value.name() + " " + type));
    types.put(key, type);
    return key;
  }
}
