import * as vscode from "vscode";
import type { ServerPhase } from "../core/lifecycle.js";

interface Item extends vscode.QuickPickItem {
  readonly command: string;
  readonly parameters?: readonly unknown[];
}

const WHEN_RUNNING: readonly Item[] = [
  { label: "$(open-preview) Open the live view", command: "colight.openLiveView" },
  { label: "$(run-all) Run all", command: "colight.run" },
  { label: "$(debug-stop) Cancel", command: "colight.cancel" },
  { label: "$(debug-restart) Restart Java for this document", command: "colight.restart" },
  { label: "$(verified) Compare with a clean run", command: "colight.verify" },
  { label: "$(export) Export", command: "colight.export" },
  { label: "$(globe) Open in the browser", command: "colight.preview" },
];

const ALWAYS: readonly Item[] = [
  { label: "$(refresh) Restart the server", command: "colight.restartServer" },
  { label: "$(output) Show the log", command: "colight.showLog" },
  {
    label: "$(gear) Settings",
    command: "workbench.action.openSettings",
    parameters: ["@ext:colight.colight-live"],
  },
];

const NO_JDK: readonly Item[] = [
  {
    label: "$(gear) Say where a JDK is",
    command: "workbench.action.openSettings",
    parameters: ["colight.java.home"],
  },
  {
    label: "$(cloud-download) Download a JDK",
    command: "vscode.open",
    parameters: [vscode.Uri.parse("https://adoptium.net/temurin/releases/")],
  },
];

const UNTRUSTED: readonly Item[] = [
  { label: "$(workspace-untrusted) Manage trust", command: "workbench.trust.manage" },
];

/** Offers what can be done now. */
export async function showMenu(phase: ServerPhase): Promise<void> {
  const chosen = await vscode.window.showQuickPick(itemsOf(phase), {
    title: "Colight Live",
    ...("message" in phase ? { placeHolder: phase.message } : {}),
  });
  if (chosen !== undefined) {
    await vscode.commands.executeCommand(chosen.command, ...(chosen.parameters ?? []));
  }
}

function itemsOf({ phase }: ServerPhase): Item[] {
  switch (phase) {
    case "running":
    case "starting":
    case "idle":
      return [...WHEN_RUNNING, ...ALWAYS];
    case "noJdk":
      return [...NO_JDK, ...ALWAYS];
    case "untrusted":
      return [...UNTRUSTED];
    case "stopped":
      return [...ALWAYS];
  }
}
