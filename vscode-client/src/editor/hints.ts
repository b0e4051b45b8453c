import * as vscode from "vscode";
import { type Annotation, annotationsOf } from "../core/annotations.js";
import type { Documents } from "./documents.js";
import { settings } from "./settings.js";

/** Shows results as the editor's inlay hints. */
export class Hints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChangeInlayHints = this.changes.event;

  constructor(private readonly documents: Documents) {
    this.subscriptions = [
      this.changes,
      documents.onDidChange(() => this.changes.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("colight")) {
          this.changes.fire();
        }
      }),
    ];
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const { inlineResults, maxTextLength } = settings(document);
    const live = this.documents.get(document.uri.toString());
    if (inlineResults !== "hints" || live === null || !this.documents.isLive(document)) {
      return [];
    }
    const lines = { first: range.start.line, last: range.end.line };
    return annotationsOf(live, maxTextLength, lines)
      .filter(({ line }) => line < document.lineCount)
      .map((annotation) => hint(document, annotation));
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }
}

function hint(document: vscode.TextDocument, annotation: Annotation): vscode.InlayHint {
  const text = annotation.parts.map((part) => part.text).join("  ");
  const made = new vscode.InlayHint(
    document.lineAt(annotation.line).range.end,
    annotation.stale ? `${text} (stale)` : text,
  );
  made.paddingLeft = true;
  return made;
}
