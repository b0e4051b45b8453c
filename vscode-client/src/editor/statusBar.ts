import * as vscode from "vscode";
import { statusOf } from "../core/status.js";
import type { Documents } from "./documents.js";
import type { Server } from "./server.js";
import { activeDocument } from "./settings.js";

/** The item in the status bar, for whoever works on a live document. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "colight.status",
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly documents: Documents,
    private readonly server: Server,
  ) {
    this.item.name = "Colight Live";
    this.item.command = "colight.menu";
    this.subscriptions = [
      this.item,
      documents.onDidChange(() => this.paint()),
      server.onDidChangePhase(() => this.paint()),
      vscode.window.onDidChangeActiveTextEditor(() => this.paint()),
    ];
    this.paint();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private paint(): void {
    const document = activeDocument();
    if (document === null) {
      // A live view in front leaves what is said of the document that was worked on.
      if (vscode.window.activeTextEditor !== undefined) {
        this.item.hide();
      }
      return;
    }
    const live = this.documents.get(document.uri.toString());
    const { text, tooltip, level } = statusOf(this.server.phase, live?.model ?? null);
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.backgroundColor =
      level === "normal" ? undefined : new vscode.ThemeColor(`statusBarItem.${level}Background`);
    this.item.show();
  }
}
