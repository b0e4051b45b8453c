import type { RevealParams } from "@page/protocol/protocol.js";
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { Bridge } from "../core/bridge.js";
import type { ServerPhase } from "../core/lifecycle.js";
import type { FromView, Part, ScrollPlace, ToView } from "../core/messages.js";
import { noticeOf } from "../core/notice.js";
import { lineOfPlace, placeOfLine } from "../core/scroll.js";
import { viewHtml } from "../core/viewHtml.js";
import type { Documents } from "./documents.js";
import { revealLine, saveFile } from "./places.js";
import type { Server } from "./server.js";
import { settings } from "./settings.js";

/** After the view has scrolled the editor, what the editor tells of that is no news. */
const OWN_MS = 250;

const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;

/** One view beside the editors: the page of the server, and what it is told. */
export class LiveView implements vscode.Disposable {
  private readonly bridge: Bridge;
  private readonly subscriptions: vscode.Disposable[];
  private ready = false;
  private ownUntil = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    private readonly documents: Documents,
    private readonly server: Server,
    private shown: string | null,
    private stays: boolean,
  ) {
    this.bridge = new Bridge({
      post: (message) => this.post(message),
      model: (uri) => {
        const live = documents.get(uri);
        return live === null || live.orphaned ? null : live.model;
      },
      open: (uri) => open(uri),
      request: (method, params) => server.request(method, params),
      reveal: (place) => this.reveal(place),
    });
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromView) => this.receive(message)),
      documents.onDidReceive((message) => this.bridge.told(message)),
      documents.onDidOpenOrClose((uri) => this.bridge.documentChanged(uri)),
      server.onDidChangePhase((phase) => this.phaseChanged(phase)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
        this.editorScrolled(textEditor),
      ),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind === Keyboard || kind === Mouse) {
          // What the editor tells next is somebody's doing.
          this.ownUntil = 0;
        }
      }),
    ];
    this.phaseChanged(server.phase);
    this.setTitle();
    const dist = vscode.Uri.joinPath(extension, "dist", "webview");
    const at = (name: string): string =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [dist],
      enableCommandUris: ["colight.menu", "workbench.trust.manage", "colight.restartServer"],
    };
    panel.webview.html = viewHtml({
      nonce: randomBytes(18).toString("base64"),
      source: panel.webview.cspSource,
      script: at("main.js"),
      style: at("main.css"),
      uri: shown,
    });
  }

  get uri(): string | null {
    return this.shown;
  }

  get pinned(): boolean {
    return this.stays;
  }

  set pinned(pinned: boolean) {
    this.stays = pinned;
    // First: whoever sees that it is pinned may rely on it.
    this.remember();
    this.setTitle();
  }

  get active(): boolean {
    return this.panel.active;
  }

  onDidDispose(gone: () => void): void {
    this.panel.onDidDispose(gone);
  }

  /** Shows another document. */
  show(uri: string): void {
    if (uri !== this.shown) {
      this.shown = uri;
      this.setTitle();
      this.post({ kind: "show", uri });
      this.remember();
    }
  }

  bringToFront(): void {
    this.panel.reveal(undefined, true);
  }

  toggle(part: Part): void {
    this.post({ kind: "toggle", part });
  }

  close(): void {
    this.panel.dispose();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private receive(message: FromView): void {
    switch (message.kind) {
      case "connect":
        this.ready = true;
        this.remember();
        if (this.shown !== null) {
          this.post({ kind: "show", uri: this.shown });
        }
        this.notify(this.server.phase);
        this.bridge.receive(message);
        break;
      case "rpc":
        this.bridge.receive(message);
        break;
      case "scrolled":
        this.viewScrolled(message);
        break;
      case "source":
        this.goToSource(message.block, message.line);
        break;
      case "save":
        void saveFile(this.shown, message.name, message.content);
        break;
    }
  }

  private post(message: ToView): void {
    // Nothing reaches a script that has not been loaded yet; it is told all when it connects.
    if (this.ready) {
      void this.panel.webview.postMessage(message);
    }
  }

  private remember(): void {
    this.post({ kind: "state", state: { uri: this.shown, pinned: this.stays } });
  }

  private setTitle(): void {
    const name = this.shown === null ? "" : nameOf(this.shown);
    this.panel.title = `${this.stays ? "⊙ " : ""}Live: ${name}`;
  }

  private phaseChanged(phase: ServerPhase): void {
    if (phase.phase === "running") {
      this.bridge.serverStarted();
    } else {
      this.bridge.serverGone();
    }
    this.notify(phase);
  }

  private notify(phase: ServerPhase): void {
    this.post({ kind: "notice", ...noticeOf(phase) });
  }

  private reveal(place: RevealParams): void {
    if (place.block !== undefined && place.uri === this.shown) {
      this.goToSource(place.block, place.range.start.line);
    } else {
      void revealLine(place.uri, place.range.start.line, true);
    }
  }

  private goToSource(block: string, line: number): void {
    const live = this.shown === null ? null : this.documents.get(this.shown);
    const lines = live?.placements.get(block)?.lines;
    const at = lines?.[Math.min(line, lines.length - 1)];
    if (this.shown !== null && at !== undefined) {
      this.ownUntil = Date.now() + OWN_MS;
      void revealLine(this.shown, at, true);
    }
  }

  private editorScrolled(editor: vscode.TextEditor): void {
    const top = editor.visibleRanges[0]?.start.line;
    if (top === undefined || editor.document.uri.toString() !== this.shown) {
      return;
    }
    const live = this.documents.get(this.shown);
    if (live === null || Date.now() < this.ownUntil || !settings().scrollInStep) {
      return;
    }
    const place = placeOfLine(live, top);
    if (place !== null) {
      this.post({ kind: "scroll", ...place });
    }
  }

  private viewScrolled(place: ScrollPlace): void {
    const live = this.shown === null ? null : this.documents.get(this.shown);
    const line = live === null ? null : lineOfPlace(live, place);
    if (line === null || !settings().scrollInStep) {
      return;
    }
    this.ownUntil = Date.now() + OWN_MS;
    vscode.window.visibleTextEditors
      .filter((editor) => editor.document.uri.toString() === this.shown)
      .forEach((editor) => {
        const at = Math.min(line, editor.document.lineCount - 1);
        const range = new vscode.Range(at, 0, at, 0);
        editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
      });
  }
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}

/** Opens a document where it is not, without showing it. */
async function open(uri: string): Promise<boolean> {
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    return true;
  } catch {
    return false;
  }
}
