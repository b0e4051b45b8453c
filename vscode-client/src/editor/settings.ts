import * as vscode from "vscode";

/** The section of the settings, and the name of the language. */
export const SECTION = "colight";
export const LANGUAGE = "jsh";

/** How results are shown at the ends of lines. */
export type InlineResults = "decorations" | "hints" | "off";

export interface Settings {
  readonly inlineResults: InlineResults;
  readonly maxTextLength: number;
  readonly codeLenses: boolean;
  readonly scrollInStep: boolean;
  readonly openLiveView: boolean;
  readonly javaHome: string;
  readonly javaOptions: readonly string[];
}

/** Returns the settings that hold now: for a document those of its folder. */
export function settings(document?: vscode.TextDocument): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, document);
  return {
    inlineResults: section.get<InlineResults>("inlineResults", "decorations"),
    maxTextLength: section.get<number>("maxTextLength", 80),
    codeLenses: section.get<boolean>("codeLenses", true),
    scrollInStep: section.get<boolean>("liveView.scrollInStep", true),
    openLiveView: section.get<boolean>("liveView.openAutomatically", false),
    javaHome: section.get<string>("java.home", ""),
    javaOptions: section.get<string[]>("java.options", []),
  };
}

/** Tells whether a document is one of ours. */
export function isLive(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE && /^(file|untitled)$/.test(document.uri.scheme);
}

/** Returns the live document that somebody works on, or null. */
export function activeDocument(): vscode.TextDocument | null {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isLive(document) ? document : null;
}
