import * as vscode from "vscode";

/** The section of the settings, and the name of the language. */
export const SECTION = "colight";
export const LANGUAGE = "jsh";

/** Documents that are always live, and help with writing them. */
export const SCRIPTS: readonly { readonly language: string; readonly scheme: string }[] = [
  { language: LANGUAGE, scheme: "file" },
  { language: LANGUAGE, scheme: "untitled" },
];

/** Documents that may be live, too; help with writing them is left to another extension. */
export const PROGRAMS = { language: "java", scheme: "file" } as const;

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
