import * as vscode from "vscode";
import { statusOf } from "../core/status.js";
import type { Documents } from "./documents.js";
import type { Server } from "./server.js";

/** What is over sooner is not announced as running: it would only flicker while somebody types. */
const QUIET_MS = 400;

/** The item in the status bar, for whoever works on a live document. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "colight.status",
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly subscriptions: vscode.Disposable[];
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly documents: Documents,
    private readonly server: Server,
  ) {
    this.item.name = "Colight Live";
    this.item.command = "colight.menu";
    this.subscriptions = [
      this.item,
      documents.onDidChange(() => this.soon()),
      server.onDidChangePhase(() => this.paint()),
      vscode.window.onDidChangeActiveTextEditor(() => this.paint()),
    ];
    this.paint();
  }

  dispose(): void {
    this.stopWaiting();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** Paints at once where nothing runs, else when it has run for a while. */
  private soon(): void {
    const document = this.documents.active();
    const live = document === null ? null : this.documents.get(document.uri.toString());
    if (live !== null && live.model.running !== null) {
      this.waiting ??= setTimeout(() => this.paint(), QUIET_MS);
    } else {
      this.paint();
    }
  }

  private stopWaiting(): void {
    if (this.waiting !== null) {
      clearTimeout(this.waiting);
      this.waiting = null;
    }
  }

  private paint(): void {
    this.stopWaiting();
    const document = this.documents.active();
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
