package dev.colight.bench.mdoc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import mdoc.interfaces.Diagnostic;
import mdoc.interfaces.DiagnosticSeverity;
import mdoc.interfaces.EvaluatedWorksheet;
import mdoc.interfaces.EvaluatedWorksheetStatement;
import mdoc.interfaces.Mdoc;

/**
 * Evaluates worksheets that come on stdin as Metals, Scala's language server, has mdoc evaluate
 * them whenever one is saved. Runs with mdoc's jars, in a process of its own.
 */
public final class MdocHost {
  /** Width beyond which mdoc cuts what it shows off. */
  private static final int WIDTH = 200;

  private static final int HEIGHT = 50;

  private MdocHost() {}

  /**
   * Answers until stdin ends. Each worksheet comes as its length and UTF-8, and so does what it
   * shows: a statement of its own a line, its position and what mdoc shows there, or a line that
   * starts with an exclamation mark for what is wrong.
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    DataInputStream in = new DataInputStream(System.in);
    Mdoc mdoc =
        ServiceLoader.load(Mdoc.class)
            .findFirst()
            .orElseThrow()
            .withScreenWidth(WIDTH)
            .withScreenHeight(HEIGHT);
    try {
      while (true) {
        String worksheet = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        byte[] shown = evaluate(mdoc, worksheet).getBytes(StandardCharsets.UTF_8);
        out.writeInt(shown.length);
        out.write(shown);
        out.flush();
      }
    } catch (EOFException e) {
      mdoc.shutdown();
    }
    System.exit(0);
  }

  private static String evaluate(Mdoc mdoc, String worksheet) {
    EvaluatedWorksheet evaluated = mdoc.evaluateWorksheet("bench.worksheet.sc", worksheet);
    for (Diagnostic diagnostic : evaluated.diagnostics()) {
      if (diagnostic.severity() == DiagnosticSeverity.Error) {
        return "!" + diagnostic.message();
      }
    }
    return evaluated.statements().stream().map(MdocHost::line).collect(Collectors.joining("\n"));
  }

  private static String line(EvaluatedWorksheetStatement statement) {
    return statement.position().startLine() + " " + statement.summary().replace('\n', ' ');
  }
}
