package dev.colight.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.lsp.view.Phrases;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.Dependencies;
import dev.colight.workspace.Dependencies.Need;
import dev.colight.workspace.DocumentSnapshot;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints who needs what of whom in a document, for people or for programs. */
final class DepsReport {
  private static final int WIDTH = 80;
  private static final int LABEL = 10;

  /** The most sources that are named in a row. */
  private static final int SOURCES = 12;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final PrintStream out;
  private final Style style;
  private final String name;
  private final Map<BlockId, BlockView> blocks = new LinkedHashMap<>();
  private final Dependencies dependencies;
  private final DepsSources sources;
  private final int gutter;

  /**
   * Creates a report.
   *
   * @param name of the document, for people
   */
  DepsReport(PrintStream out, Style style, String name, DocumentSnapshot document) {
    this.out = out;
    this.style = style;
    this.name = name;
    this.dependencies = document.dependencies();
    this.sources = new DepsSources(document, dependencies);
    document.blocks().stream()
        .filter(block -> block.kind() == BlockKind.CODE)
        .forEach(block -> blocks.put(block.id(), block));
    this.gutter = 2 + String.valueOf(document.text().lineCount()).length();
  }

  /** Prints what the command line asks for. */
  void print(Arguments.Deps wanted) {
    if (wanted.json()) {
      json(wanted.of());
    } else if (wanted.of() == null) {
      text();
    } else {
      text(wanted.of());
    }
    out.flush();
  }

  /** Prints all blocks, the sources of the project that they use, and the libraries. */
  private void text() {
    out.println(style.bold(name));
    for (BlockView block : blocks.values()) {
      out.println();
      head(block);
      row("gives", block.provides().stream().filter(p -> !p.contains(" ")).toList());
      for (Need need : needs(block)) {
        row("needs", needed(need));
      }
      row("uses", dependencies.outside().getOrDefault(block.id(), Set.of()));
      row("sources", some(sources.of(block.id())));
      row("then runs", lines(dependencies.affectedBy(block.id())));
    }
    List<Path> used =
        sources.files().stream().filter(file -> !sources.users(file).isEmpty()).toList();
    if (!used.isEmpty()) {
      out.println("\n" + style.bold("Sources"));
      for (Path file : used) {
        out.println("  " + shortened(sources.shown(file)));
        row("uses", some(sources.uses(file)));
        row("then runs", lines(sources.runs(sources.users(file))));
      }
    }
    if (!dependencies.libraries().isEmpty()) {
      out.println("\n" + style.bold("Class path"));
      dependencies.libraries().forEach(path -> out.println("  " + shortened(path)));
    }
  }

  /**
   * Prints what runs if something changes.
   *
   * @param of the number of a line, a name, or a source of the project, or a method of one
   */
  private void text(String of) {
    Set<BlockId> changed = find(of);
    Set<BlockId> runs = changed.isEmpty() ? runsIfSourcesChange(of) : affected(changed);
    for (BlockId id : changed) {
      head(view(id));
    }
    if (!changed.isEmpty()) {
      out.println();
    }
    String nothing = changed.isEmpty() ? "Nothing runs then." : "Nothing else runs then.";
    out.println(style.bold(runs.isEmpty() ? nothing : "Then these run:"));
    for (BlockId id : runs) {
      head(view(id));
    }
  }

  /** Writes all blocks as JSON, or those that run if something changes. */
  private void json(@Nullable String of) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (of == null) {
      all.put("blocks", blocks.values().stream().map(this::json).toList());
      all.put("sources", sources.files().stream().map(this::json).toList());
      all.put("classPath", dependencies.libraries());
    } else {
      Set<BlockId> changed = find(of);
      all.put("changed", numbers(changed));
      all.put("runs", numbers(changed.isEmpty() ? runsIfSourcesChange(of) : affected(changed)));
    }
    out.println(GSON.toJson(all));
  }

  private Map<String, Object> json(BlockView block) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("line", line(block));
    one.put("lastLine", block.range().end().line() + 1);
    one.put("provides", block.provides());
    List<Map<String, Object>> needs = new ArrayList<>();
    for (Need need : needs(block)) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("line", line(view(need.provider())));
      entry.put("names", need.names());
      entry.put("changes", need.changes());
      needs.add(entry);
    }
    one.put("needs", needs);
    one.put("uses", dependencies.outside().getOrDefault(block.id(), Set.of()));
    one.put("members", sources.members(block.id()));
    one.put("thenRuns", numbers(dependencies.affectedBy(block.id())));
    return one;
  }

  private Map<String, Object> json(Path file) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("file", file.toString());
    one.put("uses", sources.uses(file).stream().map(Path::toString).toList());
    one.put("blocks", numbers(sources.users(file)));
    one.put("thenRuns", numbers(sources.runs(sources.users(file))));
    return one;
  }

  private List<Need> needs(BlockView block) {
    return dependencies.needs().getOrDefault(block.id(), List.of());
  }

  private List<String> needed(Need need) {
    String from = "(line " + line(view(need.provider())) + ")";
    List<String> all = new ArrayList<>(need.names());
    if (all.isEmpty()) {
      all.add("what it changes");
    }
    int last = all.size() - 1;
    String changed = need.changes() && !need.names().isEmpty() ? " and what it changes " : " ";
    all.set(last, all.get(last) + changed + from);
    return all;
  }

  /** Returns the blocks that stand at a line, or that give a name. */
  private Set<BlockId> find(String of) {
    Set<BlockId> found = new LinkedHashSet<>();
    for (BlockView block : blocks.values()) {
      boolean there =
          of.matches("\\d{1,9}")
              ? block.range().start().line() < Integer.parseInt(of)
                  && Integer.parseInt(of) <= block.range().end().line() + 1
              : block.provides().contains(of) || block.provides().contains(of + "()");
      if (there) {
        found.add(block.id());
      }
    }
    if (found.isEmpty() && of.matches("\\d+")) {
      throw new UsageException("no code at line " + of);
    }
    return found;
  }

  /** Returns the blocks that run if a source changes, or a method of one. */
  private Set<BlockId> runsIfSourcesChange(String of) {
    Set<BlockId> users = new LinkedHashSet<>(sources.usersOfMember(of));
    List<Path> files = sources.find(of);
    files.forEach(file -> users.addAll(sources.users(file)));
    if (users.isEmpty() && files.isEmpty()) {
      throw new UsageException("nothing gives the name " + of);
    }
    return sources.runs(users);
  }

  /** Returns the names of the first of some files, and how many more there are. */
  private static List<String> some(Collection<Path> files) {
    List<String> names =
        files.stream()
            .limit(SOURCES)
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toList());
    if (files.size() > SOURCES) {
      names.add("and " + (files.size() - SOURCES) + " more");
    }
    return names;
  }

  private Set<BlockId> affected(Collection<BlockId> changed) {
    Set<BlockId> all = new LinkedHashSet<>();
    for (BlockId id : blocks.keySet()) {
      boolean runs = changed.stream().anyMatch(c -> dependencies.affectedBy(c).contains(id));
      if (runs && !changed.contains(id)) {
        all.add(id);
      }
    }
    return all;
  }

  private void head(BlockView block) {
    String number = String.format("%" + gutter + "d", line(block));
    int index = firstCode(block);
    String first = block.lines().get(index).strip();
    String more = index < block.lines().size() - 1 ? " …" : "";
    out.println(
        style.dim(number + " │ ")
            + Phrases.cut(first, WIDTH - gutter - 4 - more.length())
            + style.dim(more));
  }

  /** Prints words after a label, over as many lines as they take. */
  private void row(String label, Collection<String> words) {
    int indent = gutter + 3;
    String start = " ".repeat(indent) + label + " ".repeat(LABEL - label.length());
    StringBuilder line = new StringBuilder();
    boolean first = true;
    int left = words.size();
    for (String word : words) {
      left--;
      String next = left > 0 ? word + ", " : word;
      if (!line.isEmpty()
          && start.length() + line.length() + next.stripTrailing().length() > WIDTH) {
        print(start, line, first);
        first = false;
        line.setLength(0);
      }
      line.append(next);
    }
    if (!line.isEmpty()) {
      print(start, line, first);
    }
  }

  private void print(String start, StringBuilder line, boolean first) {
    String before = first ? style.dim(start) : " ".repeat(start.length());
    out.println(before + line.toString().stripTrailing());
  }

  private BlockView view(BlockId id) {
    BlockView block = blocks.get(id);
    if (block == null) {
      throw new IllegalStateException("no block " + id);
    }
    return block;
  }

  private List<String> lines(Collection<BlockId> ids) {
    List<String> all = numbers(ids).stream().map(String::valueOf).collect(Collectors.toList());
    if (!all.isEmpty()) {
      all.set(0, (all.size() == 1 ? "line " : "lines ") + all.get(0));
    }
    return all;
  }

  private List<Integer> numbers(Collection<BlockId> ids) {
    return ids.stream().map(id -> line(view(id))).toList();
  }

  /** Returns the number of the line that stands for a block: its first, below comments. */
  private static int line(BlockView block) {
    return block.range().start().line() + 1 + firstCode(block);
  }

  private static int firstCode(BlockView block) {
    for (int i = 0; i < block.lines().size(); i++) {
      String line = block.lines().get(i).strip();
      if (!line.isEmpty() && !line.startsWith("//")) {
        return i;
      }
    }
    return 0;
  }

  /** Returns a path that fits, cut in its middle where it is too long. */
  private static String shortened(String path) {
    String home = System.getProperty("user.home");
    String text = path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    String file = String.valueOf(Path.of(path).getFileName());
    int room = WIDTH - 2;
    int kept = room - file.length() - 3;
    return text.length() <= room || kept < 4 ? text : text.substring(0, kept) + "…/" + file;
  }
}
