package dev.colight.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Statements that only programs have: ways to end one, and local variables. */
final class ProgramRules {
  private static final List<String> TEXTS =
      List.of(
          "return;",
          "if ({int} > {k}) return;",
          "if ({int} > {k}) {\n  IO.println({str});\n  return;\n}",
          "System.exit({k});",
          "final int {+int} = {int};",
          "int {+int#1};\n\nif ({int} > {k}) {+int#1} = {k}; else {+int#1} = {int};",
          "int {+int#1};\n\n{+int#1} = {int};",
          "static int {+int} = {int};",
          "static final int {+int} = {k};",
          "{\n  int hidden = {int};\n\n  IO.println(hidden + {k});\n}",
          "for (int i = 0; i < {k}; i++) {\n  IO.println(i);\n\n  if (i > {k}) break;\n}",
          "for (int i = 0; i < {k}; i++) if (i == {k}) return;",
          "int {+next}() { System.exit({k}); return {int}; }",
          "{\n  var worker = new Thread(() -> IO.println({k}));\n  worker.start();\n  worker.join();\n}",
          "IO.println(args.length + {int});",
          "try {\n  IO.println({int} / ({int} - {k}));\n} finally {\n  IO.println({str});\n}",
          "throw new Exception({w});");

  private ProgramRules() {}

  /** Returns them, each of {@link Feature#ENDINGS}. */
  static Stream<Rule> snippets() {
    return TEXTS.stream().map(text -> new Rule(Feature.ENDINGS, Feature.ENDINGS, text));
  }
}
