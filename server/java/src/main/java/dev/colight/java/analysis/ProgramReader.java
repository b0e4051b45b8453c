package dev.colight.java.analysis;

import dev.colight.document.Role;
import dev.colight.graph.ImportUnit;
import dev.colight.java.split.MainMethod;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads how a program begins: what {@code main} is called with, and where the program is not taken
 * apart, all of it, and the call.
 */
final class ProgramReader {
  /** What a compact file imports (JLS 25, 7.3), on any JDK. */
  private static final String COMPACT_IMPORT = "module java.base";

  private final BlockReader reader;
  private final List<String> arguments;

  ProgramReader(BlockReader reader, List<String> arguments) {
    this.reader = reader;
    this.arguments = arguments;
  }

  void read(Role role, List<Token> code) {
    MainMethod main = MainMethod.find(code);
    if (main == null) {
      reader.read(code);
      return;
    }
    Token name = code.get(main.name());
    if (role == Role.BARE_ENTRY || role == Role.BARE_PROGRAM) {
      JavaCode at = new JavaCode(List.of(name), new JavaCode.Plain());
      reader.addImport(new ImportUnit(COMPACT_IMPORT, Set.of(), at));
    }
    List<Token> all = new ArrayList<>();
    switch (role) {
      case PROGRAM -> {
        all.addAll(code);
        all.addAll(call(code.get(main.type()).text(), main, name.range()));
      }
      case BARE_PROGRAM -> {
        String type = unusedName(code);
        all.addAll(tokens("class " + type + " {", code.get(0).range()));
        all.addAll(code);
        all.addAll(tokens("}", code.get(code.size() - 1).range()));
        all.addAll(call(type, main, name.range()));
      }
      default -> {
        if (main.parameter() >= 0) {
          Token parameter = code.get(main.parameter());
          String text = "java.lang.String[] %1$s; { %1$s = %2$s; }";
          all.addAll(tokens(text.formatted(parameter.text(), argument()), parameter.range()));
        }
      }
    }
    reader.read(all);
  }

  private List<Token> call(String type, MainMethod main, Range at) {
    String target = main.isStatic() ? type : "new " + type + "()";
    String argument = main.parameter() < 0 ? "" : argument();
    return tokens(target + ".main(" + argument + ");", at);
  }

  private String argument() {
    return arguments.stream()
        .map(ProgramReader::literal)
        .collect(Collectors.joining(", ", "new java.lang.String[] {", "}"));
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
      literal.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return literal.append('"').toString();
  }

  private static String unusedName(List<Token> code) {
    String name = "Main";
    while (isUsed(name, code)) {
      name += "_";
    }
    return name;
  }

  private static boolean isUsed(String name, List<Token> code) {
    return code.stream().anyMatch(token -> token.is(name));
  }

  /** Returns the tokens of code that is not written in the document, as if it stood there. */
  private static List<Token> tokens(String code, Range at) {
    return Tokenizer.tokenize(List.of(code)).stream()
        .map(token -> new Token(token.kind(), token.text(), at))
        .toList();
  }
}
