import * as vscode from "vscode";
import type { ServerPhase } from "../core/lifecycle.js";
import { Commands } from "./commands.js";
import { Decorations } from "./decorations.js";
import { Documents } from "./documents.js";
import { Hints } from "./hints.js";
import { Lenses } from "./lenses.js";
import { LiveViews } from "./liveViews.js";
import { Previews } from "./previews.js";
import { Programs } from "./programs.js";
import { Server } from "./server.js";
import { PROGRAMS, SCRIPTS, SECTION } from "./settings.js";
import { StatusBar } from "./statusBar.js";

let server: Server | null = null;

/** Puts the extension together, and starts the server where there is something for it to do. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Colight Live");
  const documents = new Documents();
  const jars = vscode.Uri.joinPath(context.extensionUri, "dist", "server").fsPath;
  const { version } = context.extension.packageJSON as { version: string };
  const started = new Server(jars, version, documents, log);
  server = started;
  const views = new LiveViews(context.extensionUri, documents, started);
  const hints = new Hints(documents);
  const lenses = new Lenses(documents, started);
  const programs = new Programs(documents, started);
  const selector = [...SCRIPTS, PROGRAMS];
  context.subscriptions.push(
    log,
    documents,
    started,
    views,
    hints,
    lenses,
    programs,
    new Decorations(documents),
    new StatusBar(documents, started),
    vscode.languages.registerInlayHintsProvider(selector, hints),
    vscode.languages.registerCodeLensProvider(selector, lenses),
    vscode.languages.registerHoverProvider(
      selector,
      new Previews(documents, context.globalStorageUri),
    ),
    ...new Commands(documents, started, views, programs, log).register(),
    started.onDidChangePhase((phase) => void tell(phase)),
    documents.onDidOpenOrClose(() => startIfNeeded(started, documents)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (started.phase.phase === "untrusted") {
        void started.start();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.java`) && started.phase.phase !== "idle") {
        void started.restart();
      }
    }),
  );
  startIfNeeded(started, documents);
  void startIfScriptsAreNear(started);
  views.openAutomatically();
}

/** A window with nothing but Java files that are not live has no use for a server. */
function startIfNeeded(started: Server, documents: Documents): void {
  if (documents.any()) {
    void started.startIfIdle();
  }
}

/** Has the server ready for the first document. */
async function startIfScriptsAreNear(started: Server): Promise<void> {
  const found = await vscode.workspace.findFiles("**/*.jsh", undefined, 1);
  if (found.length > 0) {
    await started.startIfIdle();
  }
}

/** Ends the server, and waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Says what keeps documents from being live, once, with a way out. */
async function tell(phase: ServerPhase): Promise<void> {
  if (phase.phase === "noJdk") {
    const settings = "Open Settings";
    const download = "Download a JDK";
    const chosen = await vscode.window.showErrorMessage(phase.message, settings, download);
    if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "colight.java.home");
    } else if (chosen === download) {
      await vscode.env.openExternal(vscode.Uri.parse("https://adoptium.net/temurin/releases/"));
    }
  } else if (phase.phase === "stopped") {
    const again = "Start Again";
    const log = "Show Log";
    const chosen = await vscode.window.showErrorMessage(`Colight: ${phase.message}`, again, log);
    if (chosen === again) {
      await vscode.commands.executeCommand("colight.restartServer");
    } else if (chosen === log) {
      await vscode.commands.executeCommand("colight.showLog");
    }
  }
}
