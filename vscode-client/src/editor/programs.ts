import * as vscode from "vscode";
import { type Documents, isProgram } from "./documents.js";
import { isThereOrSaysWhyNot } from "./refusals.js";
import type { Server } from "./server.js";

/** Where the conditions of menus and keys find the paths of the Java files that are live. */
const CONTEXT = "colight.programs";

/** Java files that are live. */
export class Programs implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private told = "";

  constructor(
    private readonly documents: Documents,
    private readonly server: Server,
  ) {
    this.subscriptions = [documents.onDidChange(() => this.tellWhichAreLive())];
  }

  /** Makes the Java file that somebody works on live, until it is closed. */
  async makeLive(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isProgram(document)) {
      void vscode.window.showInformationMessage("Open a .java file first.");
      return;
    }
    const uri = document.uri.toString();
    this.documents.makeLive(uri);
    if ((await isThereOrSaysWhyNot(this.server)) && this.server.phase.phase === "running") {
      await this.server.makeLive(uri);
    }
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private tellWhichAreLive(): void {
    const live = vscode.workspace.textDocuments
      .filter((document) => isProgram(document) && this.documents.isLive(document))
      // A window that is far from its files has paths with slashes, whatever they have there.
      .flatMap(({ uri }) => [...new Set([uri.fsPath, uri.path])]);
    if (live.join() !== this.told) {
      this.told = live.join();
      void vscode.commands.executeCommand("setContext", CONTEXT, live);
    }
  }
}
