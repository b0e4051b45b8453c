import * as vscode from "vscode";
import { lensesOf, lensesWithoutServer } from "../core/lenses.js";
import type { Documents } from "./documents.js";
import type { Server } from "./server.js";
import { settings } from "./settings.js";

/** Puts over the blocks what can be done with them. */
export class Lenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly shown = new Map<string, string>();
  readonly onDidChangeCodeLenses = this.changes.event;

  constructor(
    private readonly documents: Documents,
    private readonly server: Server,
  ) {
    this.subscriptions = [
      this.changes,
      documents.onDidChange((uri) => this.changed(uri)),
      server.onDidChangePhase(() => this.changes.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("colight.codeLenses")) {
          this.changes.fire();
        }
      }),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const live = this.documents.get(document.uri.toString());
    if (!this.documents.isLive(document)) {
      return [];
    }
    const none = lensesWithoutServer(this.server.phase);
    const lenses =
      none.length > 0 ? none : live !== null && settings(document).codeLenses ? lensesOf(live) : [];
    return lenses.map(({ line, title, command, parameters }) => {
      const range = new vscode.Range(line, 0, line, 0);
      return new vscode.CodeLens(range, { title, command, arguments: [...parameters] });
    });
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** The editor asks anew where lenses have come, gone or changed; it moves them by itself. */
  private changed(uri: string): void {
    const live = this.documents.get(uri);
    const signature =
      live === null
        ? ""
        : lensesOf(live)
            .map((lens) => lens.title + lens.parameters[1])
            .join();
    if (this.shown.get(uri) !== signature) {
      this.shown.set(uri, signature);
      this.changes.fire();
    }
  }
}
