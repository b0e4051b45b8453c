package dev.colight.bench;

import dev.colight.bench.Piece.Expression;
import dev.colight.bench.Piece.Member;
import dev.colight.bench.Piece.Variable;
import java.util.List;

/** A document as one class with a main method, which prints what blocks show, a line each. */
final class JavaProgram {
  static final String NAME = "Program";

  private JavaProgram() {}

  /**
   * Writes one.
   *
   * @param end what it prints last
   */
  static String of(List<BlockText> blocks, String end) {
    StringBuilder members = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    // A method a block: one for all of them could be too long.
    for (int i = 0; i < blocks.size(); i++) {
      StringBuilder statements = new StringBuilder();
      for (Piece piece : blocks.get(i).pieces()) {
        if (piece instanceof Variable v) {
          members.append("  static " + v.fieldType() + " " + v.name() + ";\n");
          statements.append("    " + v.name() + " = " + v.initialiser() + ";\n");
        } else if (piece instanceof Expression e) {
          statements.append("    System.out.println(" + e.code() + ");\n");
        } else if (piece instanceof Member m) {
          members.append("  static " + m.code() + "\n");
        }
      }
      members.append("  static void block" + i + "() {\n" + statements + "  }\n");
      calls.append("    block" + i + "();\n");
    }
    return "import java.util.List;\n"
        + ("public class " + NAME + " {\n")
        + members
        + "  public static void main(String[] args) {\n"
        + calls
        + ("    System.out.println(\"" + end + "\");\n  }\n}\n");
  }
}
