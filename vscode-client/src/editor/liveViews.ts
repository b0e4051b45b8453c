import * as vscode from "vscode";
import { type Part, viewState } from "../core/messages.js";
import type { Documents } from "./documents.js";
import { LiveView } from "./liveView.js";
import type { Server } from "./server.js";
import { settings } from "./settings.js";

export const VIEW_TYPE = "colight.liveView";

/** All live views: one that follows the active document, and those that are pinned to theirs. */
export class LiveViews implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly views = new Set<LiveView>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly documents: Documents,
    private readonly server: Server,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.workspace.onDidRenameFiles(({ files }) => this.renamed(files)),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
    ];
  }

  /** Shows a document beside its editor. */
  open(uri: string): void {
    const view =
      [...this.views].find((each) => each.uri === uri) ??
      [...this.views].find((each) => !each.pinned);
    if (view !== undefined) {
      view.show(uri);
      view.bringToFront();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      "Live view",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      // What a reader has unfolded and typed in stays while another tab is in front.
      { enableScripts: true, retainContextWhenHidden: true },
    );
    this.add(panel, uri, false);
  }

  /** Opens the view for a document that has come to the front, where the settings want that. */
  openAutomatically(): void {
    const document = this.documents.active();
    if (document !== null && this.views.size === 0 && settings().openLiveView) {
      this.open(document.uri.toString());
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const { uri, pinned } = viewState(kept);
    this.add(panel, uri ?? this.documents.active()?.uri.toString() ?? null, pinned);
  }

  /** The view in front, or else the one that follows. */
  current(): LiveView | null {
    const all = [...this.views];
    return all.find(({ active }) => active) ?? all.find(({ pinned }) => !pinned) ?? all[0] ?? null;
  }

  togglePinned(): void {
    const view = this.current();
    if (view !== null) {
      view.pinned = !view.pinned;
      this.follow();
    }
  }

  toggle(part: Part): void {
    this.current()?.toggle(part);
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.views.forEach((view) => view.dispose());
  }

  private add(panel: vscode.WebviewPanel, uri: string | null, pinned: boolean): void {
    panel.iconPath = vscode.Uri.joinPath(this.extension, "images", "view.svg");
    const view = new LiveView(panel, this.extension, this.documents, this.server, uri, pinned);
    this.views.add(view);
    view.onDidDispose(() => {
      this.views.delete(view);
      view.dispose();
    });
  }

  private follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && this.documents.isLive(document)) {
      const uri = document.uri.toString();
      const shown = [...this.views].some((view) => view.pinned && view.uri === uri);
      const following = [...this.views].find((view) => !view.pinned);
      if (following !== undefined && !shown) {
        following.show(uri);
      }
    }
    this.openAutomatically();
  }

  private renamed(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): void {
    for (const { oldUri, newUri } of files) {
      const old = oldUri.toString();
      for (const view of this.views) {
        if (view.uri === old) {
          view.show(newUri.toString());
        } else if (view.uri?.startsWith(`${old}/`)) {
          // A folder above it has another name.
          view.show(newUri.toString() + view.uri.slice(old.length));
        }
      }
    }
  }
}
