package dev.colight.lsp.view;

import dev.colight.protocol.TrustScope;
import dev.colight.text.Position;
import dev.colight.text.Range;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Says of a document that it is not trusted, at its first line, and what can be done about it. */
public final class TrustNotice {
  private TrustNotice() {}

  /** Returns what can be done, for lenses and code actions. */
  public static List<Command> commands(String uri) {
    return List.of(
        command("⚿ Trust this document", uri, TrustScope.DOCUMENT),
        command("⚿ Trust its folder", uri, TrustScope.FOLDER));
  }

  private static Command command(String title, String uri, TrustScope scope) {
    String written = scope.name().toLowerCase(Locale.ROOT);
    return new Command(title, CommandNames.TRUST, List.of(uri, written));
  }

  /** Returns the hint. */
  public static InlayHint hint(Reading reading) {
    int end = reading.document().text().line(0).length();
    InlayHint hint =
        new InlayHint(
            reading.positions().toLsp(new Position(0, end)),
            Either.forLeft("○ not trusted: nothing runs"));
    hint.setPaddingLeft(true);
    return hint;
  }

  /** Returns the diagnostic of a source, for clients that show neither hints nor lenses. */
  public static Diagnostic diagnostic(Reading reading, String source) {
    int end = reading.document().text().line(0).length();
    return new Diagnostic(
        reading.positions().toLsp(Range.of(0, 0, 0, end)),
        "This document is not trusted, and so nothing of it runs.",
        DiagnosticSeverity.Information,
        source);
  }
}
