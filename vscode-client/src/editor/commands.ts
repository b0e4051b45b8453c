import {
  type CancelResult,
  type ExportResult,
  METHODS,
  type PreviewResult,
  type VerifyResult,
} from "@page/protocol/protocol.js";
import * as vscode from "vscode";
import { blockAtLine, blocksUpToLine } from "../core/blocks.js";
import { extentOf, type LiveDocument } from "../core/live.js";
import type { Documents } from "./documents.js";
import type { LiveViews } from "./liveViews.js";
import { showMenu } from "./menu.js";
import { revealLine, saveFile } from "./places.js";
import type { Programs } from "./programs.js";
import { isThereOrSaysWhyNot } from "./refusals.js";
import type { Server } from "./server.js";

const FORMATS = [
  { label: "HTML page", format: "html", extension: "html" },
  { label: "Markdown", format: "markdown", extension: "md" },
  { label: "Jupyter notebook", format: "ipynb", extension: "ipynb" },
] as const;

/** A line of a document of which something is known. */
interface Place {
  readonly uri: string;
  readonly line: number;
  readonly live: LiveDocument;
}

/** What people can have done. Lenses name a document and a block; a person means where they are. */
export class Commands {
  constructor(
    private readonly documents: Documents,
    private readonly server: Server,
    private readonly views: LiveViews,
    private readonly programs: Programs,
    private readonly log: vscode.OutputChannel,
  ) {}

  register(): vscode.Disposable[] {
    const commands: Record<string, (...parameters: never[]) => unknown> = {
      run: (uri?: unknown) => this.ask(METHODS.RUN, uri, { force: true }),
      runBlock: (uri?: unknown, block?: unknown) => this.runBlock(uri, block),
      runAbove: (uri?: unknown, block?: unknown) => this.runAbove(uri, block),
      cancel: (uri?: unknown) => this.ask<CancelResult>(METHODS.CANCEL, uri),
      restart: (uri?: unknown) => this.ask(METHODS.RESTART, uri),
      verify: (uri?: unknown) => this.verify(uri),
      preview: (uri?: unknown) => this.preview(uri),
      live: () => this.programs.makeLive(),
      export: (uri?: unknown) => this.export(uri),
      openLiveView: (uri?: unknown) => this.withDocument(uri, (of) => this.views.open(of)),
      pinLiveView: () => this.views.togglePinned(),
      toggleCode: () => this.views.toggle("code"),
      toggleProse: () => this.views.toggle("prose"),
      toggleValues: () => this.views.toggle("values"),
      restartServer: () => this.server.restart(),
      showLog: () => this.log.show(),
      newDocument: () => newDocument(),
      menu: () => showMenu(this.server.phase),
    };
    return Object.entries(commands).map(([name, action]) =>
      vscode.commands.registerCommand(`colight.${name}`, action),
    );
  }

  private async runBlock(uri: unknown, block: unknown): Promise<void> {
    if (typeof block === "string") {
      await this.ask(METHODS.RUN, uri, { blocks: [block], force: true });
      return;
    }
    const at = (await isThereOrSaysWhyNot(this.server)) ? this.cursor() : null;
    const found = at && blockAtLine(at.live, at.line);
    if (at && found) {
      await this.ask(METHODS.RUN, at.uri, { blocks: [found], force: true });
    }
  }

  private async runAbove(uri: unknown, block: unknown): Promise<void> {
    if (!(await isThereOrSaysWhyNot(this.server))) {
      return;
    }
    const at = typeof block === "string" ? this.placeOf(uri, block) : this.cursor();
    const blocks = at === null ? [] : blocksUpToLine(at.live, at.line);
    if (at !== null && blocks.length > 0) {
      await this.ask(METHODS.RUN, at.uri, { blocks, force: true });
    }
  }

  private async verify(uri: unknown): Promise<void> {
    const of = this.documentOf(uri);
    const result = await this.ask<VerifyResult>(METHODS.VERIFY, uri);
    if (of === null || result === null) {
      return;
    }
    if (result.equal) {
      void vscode.window.showInformationMessage(result.message);
      return;
    }
    const live = this.documents.get(of);
    const items = result.differences.map((difference) => {
      const line =
        extentOf(live?.placements.get(difference.block))?.first ?? difference.range.start.line;
      return {
        label: `Line ${line + 1}`,
        description: `${difference.actualStatus} here, ${difference.expectedStatus ?? "nothing"} in a clean run`,
        line,
      };
    });
    const chosen = await vscode.window.showQuickPick(items, {
      title: "A clean run shows something else",
      placeHolder: "Choose a block to go to",
    });
    if (chosen !== undefined) {
      await revealLine(of, chosen.line, true);
    }
  }

  private async preview(uri: unknown): Promise<void> {
    const page = await this.ask<PreviewResult>(METHODS.PREVIEW, uri);
    if (page !== null) {
      await vscode.env.openExternal(vscode.Uri.parse(page.url, true));
    }
  }

  private async export(uri: unknown): Promise<void> {
    const of = this.documentOf(uri);
    const chosen = of && (await vscode.window.showQuickPick(FORMATS, { title: "Export as" }));
    if (!of || !chosen) {
      return;
    }
    const { format, extension } = chosen;
    const exported = await this.ask<ExportResult>(METHODS.EXPORT, of, { format });
    if (exported !== null) {
      const name = decodeURIComponent(of.slice(of.lastIndexOf("/") + 1));
      const saved = await saveFile(
        of,
        `${name.replace(/\.\w+$/, "")}.${extension}`,
        exported.content,
      );
      if (saved !== null) {
        void vscode.window.showInformationMessage(`Exported to ${saved.fsPath}`);
      }
    }
  }

  private withDocument(uri: unknown, action: (uri: string) => void): void {
    const of = this.documentOf(uri);
    if (of === null) {
      sayThereIsNone();
    } else {
      action(of);
    }
  }

  /** Asks the server; what goes wrong is told, and null returned. */
  private async ask<T>(method: string, uri: unknown, more: object = {}): Promise<T | null> {
    const of = this.documentOf(uri);
    if (of === null) {
      sayThereIsNone();
      return null;
    }
    if (!(await isThereOrSaysWhyNot(this.server))) {
      return null;
    }
    try {
      return await this.server.request<T>(method, { uri: of, ...more });
    } catch (error) {
      void vscode.window.showErrorMessage(`Colight: ${(error as Error).message}`);
      return null;
    }
  }

  /** The document that is meant: one that is named, the active one, or that of the live view. */
  private documentOf(uri: unknown): string | null {
    if (typeof uri === "string") {
      return uri;
    }
    if (uri instanceof vscode.Uri && uri.scheme !== "webview-panel") {
      return uri.toString();
    }
    return this.documents.active()?.uri.toString() ?? this.views.current()?.uri ?? null;
  }

  private placeOf(named: unknown, block: string): Place | null {
    const uri = this.documentOf(named);
    const live = uri === null ? null : this.documents.get(uri);
    const line = extentOf(live?.placements.get(block))?.first;
    return uri === null || live === null || line === undefined ? null : { uri, line, live };
  }

  private cursor(): Place | null {
    const uri = this.documents.active()?.uri.toString();
    const line = vscode.window.activeTextEditor?.selection.active.line;
    const live = uri === undefined ? null : this.documents.get(uri);
    return uri === undefined || line === undefined || live === null ? null : { uri, line, live };
  }
}

function sayThereIsNone(): void {
  void vscode.window.showInformationMessage(
    "Open a .jsh document first, or make a .java file live.",
  );
}

/** Opens a small document that is not saved anywhere yet. */
async function newDocument(): Promise<void> {
  const content = `// # A new document
//
// Change a number: what depends on it follows.

int guests = 8

guests * (guests - 1) / 2
`;
  const document = await vscode.workspace.openTextDocument({ language: "jsh", content });
  await vscode.window.showTextDocument(document);
}
