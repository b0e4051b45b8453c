package dev.colight.java.split;

import dev.colight.document.Layout;
import dev.colight.document.Layout.Region;
import dev.colight.document.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the lines of a {@code .java} file. Where brackets do not match, somebody is typing, and
 * indentation tells better where {@code main} and its type end.
 */
final class ProgramLayout {
  private final TokenRun tokens;
  private final int lines;
  private final List<Region> regions = new ArrayList<>();

  private ProgramLayout(TokenRun tokens, int lines) {
    this.tokens = tokens;
    this.lines = lines;
  }

  /** Returns the layout of a text. */
  static Layout of(List<String> text) {
    TokenRun tokens = new TokenRun(Tokenizer.tokenize(text));
    ProgramLayout layout = new ProgramLayout(tokens, text.size());
    Program program = Program.find(tokens);
    if (program != null) {
      layout.add(program);
    }
    layout.addUpTo(layout.lines, Role.MEMBERS);
    return new Layout(List.copyOf(layout.regions));
  }

  private void add(Program program) {
    Program.MainAt main = program.main();
    Program.TypeAt type = program.type();
    int end = bodyEnd(main);
    int typeEnd = type == null ? lines : Math.max(end, typeEnd(type, end));
    boolean apart =
        Separable.is(tokens, program)
            && isOnLinesOfItsOwn(main.first(), main.open())
            && isAtBeginning(end)
            && (type == null
                || (isOnLinesOfItsOwn(type.first(), type.open())
                    && line(type.open()) < line(main.first())
                    && isAtBeginning(typeEnd)));
    if (!apart) {
      addWhole(type, main);
      return;
    }
    if (type != null) {
      addUpTo(line(type.first()), Role.BESIDE);
      addUpTo(line(type.open()) + 1, Role.FRAME);
    }
    addUpTo(line(main.first()), Role.MEMBERS);
    addUpTo(line(main.open()) + 1, type == null ? Role.BARE_ENTRY : Role.ENTRY);
    addUpTo(end, Role.BODY);
    addUpTo(Math.min(lines, end + 1), Role.FRAME);
    if (type != null && typeEnd > end) {
      addUpTo(typeEnd, Role.MEMBERS);
      addUpTo(Math.min(lines, typeEnd + 1), Role.FRAME);
      addUpTo(lines, Role.BESIDE);
    }
  }

  /** The program is one block; imports, and types beside it, stand by themselves. */
  private void addWhole(Program.@Nullable TypeAt type, Program.MainAt main) {
    if (type != null) {
      addUpTo(line(type.first()), Role.BESIDE);
      addUpTo(type.close() < tokens.size() ? line(type.close()) + 1 : lines, Role.PROGRAM);
      addUpTo(lines, Role.BESIDE);
      return;
    }
    int first = 0;
    for (Members.Member member : new Members(tokens).between(0, main.first())) {
      if (member.kind() == Members.Kind.IMPORT) {
        first = member.end();
      }
    }
    addUpTo(first == 0 ? line(0) : line(first - 1) + 1, Role.MEMBERS);
    addUpTo(lines, Role.BARE_PROGRAM);
  }

  private void addUpTo(int end, Role role) {
    int start = regions.isEmpty() ? 0 : regions.get(regions.size() - 1).end();
    if (end > start || (regions.isEmpty() && end == lines)) {
      regions.add(new Region(role, start, end));
    }
  }

  /** Returns the line on which the body of main ends. */
  private int bodyEnd(Program.MainAt main) {
    return matches() ? line(main.close()) : closingLine(main.open(), tokens.indent(main.first()));
  }

  private int typeEnd(Program.TypeAt type, int bodyEnd) {
    if (matches()) {
      return line(type.close());
    }
    for (int i = tokens.size() - 1; i >= 0 && line(i) > bodyEnd; i--) {
      if (tokens.startsLine(i)
          && tokens.is(i, "}")
          && tokens.indent(i) <= tokens.indent(type.first())) {
        return line(i);
      }
    }
    return lines;
  }

  /** Returns the next line that begins with a closing brace, and is indented as little. */
  private int closingLine(int open, int indent) {
    for (int i = open + 1; i < tokens.size(); i++) {
      if (tokens.startsLine(i) && tokens.is(i, "}") && tokens.indent(i) <= indent) {
        return line(i);
      }
    }
    return lines;
  }

  private boolean matches() {
    return !tokens.hasBad(0, tokens.size());
  }

  /** Tells whether tokens begin a line, and the last one of them ends one. */
  private boolean isOnLinesOfItsOwn(int first, int last) {
    return tokens.startsLine(first) && !tokens.sameLine(last + 1);
  }

  /** Tells whether there are closing braces on a line, and nothing else. */
  private boolean isAtBeginning(int line) {
    for (int i = tokens.size() - 1; i >= 0 && line(i) >= line; i--) {
      if (line(i) == line && !tokens.is(i, "}")) {
        return false;
      }
    }
    return true;
  }

  private int line(int token) {
    return token < tokens.size() ? tokens.get(token).range().start().line() : lines;
  }
}
