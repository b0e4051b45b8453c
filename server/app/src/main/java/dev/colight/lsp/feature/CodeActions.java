package dev.colight.lsp.feature;

import dev.colight.execution.Assistant;
import dev.colight.execution.Assistant.Complaint;
import dev.colight.execution.Assistant.Fix;
import dev.colight.lsp.view.Edits;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.TrustNotice;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Offers to mend what diagnostics tell of, and to trust a document that is not trusted. */
public final class CodeActions {
  /** What is offered, whatever it mends. */
  private record Change(String title, List<TextEdit> edits, boolean preferred) {}

  private CodeActions() {}

  /** Returns what can be done about some diagnostics. */
  public static List<Either<Command, CodeAction>> of(
      Reading reading, Assistant assistant, List<Diagnostic> diagnostics) {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    if (!reading.document().trusted()) {
      TrustNotice.commands(reading.document().uri())
          .forEach(command -> actions.add(Either.forLeft(command)));
    }
    // One import, say, mends all uses of a name: it is offered once.
    Map<Change, List<Diagnostic>> changes = new LinkedHashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      Complaint complaint =
          new Complaint(reading.positions().fromLsp(diagnostic.getRange()), message(diagnostic));
      for (Fix fix : assistant.fixes(reading.document().scene(), complaint)) {
        changes
            .computeIfAbsent(
                new Change(fix.title(), fix.edits(), fix.preferred()), unused -> new ArrayList<>())
            .add(diagnostic);
      }
    }
    changes.forEach(
        (change, mended) -> actions.add(Either.forRight(action(reading, change, mended))));
    return actions;
  }

  private static CodeAction action(Reading reading, Change change, List<Diagnostic> mended) {
    CodeAction action = new CodeAction(change.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(mended);
    action.setIsPreferred(change.preferred());
    action.setEdit(
        new WorkspaceEdit(
            Map.of(reading.document().uri(), Edits.toLsp(reading.positions(), change.edits()))));
    return action;
  }

  private static String message(Diagnostic diagnostic) {
    var message = diagnostic.getMessage();
    return message.isLeft() ? message.getLeft() : message.getRight().getValue();
  }
}
