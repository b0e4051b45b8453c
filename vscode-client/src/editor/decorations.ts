import * as vscode from "vscode";
import { type Annotation, annotationsOf, type Lines, type Tone } from "../core/annotations.js";
import { DECORATION_STYLES, type Style, styleOf } from "../core/styles.js";
import type { Documents } from "./documents.js";
import { settings } from "./settings.js";

/** Lines above and below what can be seen that are painted too, so that scrolling shows no gaps. */
const MARGIN = 100;

/** Paints results behind the lines of all editors that show live documents. */
export class Decorations implements vscode.Disposable {
  private readonly types = new Map<Style, vscode.TextEditorDecorationType>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly scheduled = new Set<string>();
  /** What was last painted: an editor is told only what differs. */
  private readonly painted = new WeakMap<vscode.TextEditor, Map<Style, string>>();

  constructor(private readonly documents: Documents) {
    for (const style of DECORATION_STYLES) {
      this.types.set(style, vscode.window.createTextEditorDecorationType({}));
    }
    this.subscriptions = [
      documents.onDidChange((uri) => this.soon(uri)),
      vscode.window.onDidChangeVisibleTextEditors((editors) =>
        editors.forEach((editor) => this.paint(editor)),
      ),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.paint(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("colight")) {
          this.paintAll();
        }
      }),
    ];
    this.paintAll();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.types.forEach((type) => type.dispose());
  }

  private paintAll(): void {
    vscode.window.visibleTextEditors.forEach((editor) => this.paint(editor));
  }

  /** Paints once for all that has been said in one go. */
  private soon(uri: string): void {
    if (this.scheduled.size === 0) {
      setImmediate(() => {
        const uris = new Set(this.scheduled);
        this.scheduled.clear();
        vscode.window.visibleTextEditors
          .filter((editor) => uris.has(editor.document.uri.toString()))
          .forEach((editor) => this.paint(editor));
      });
    }
    this.scheduled.add(uri);
  }

  private paint(editor: vscode.TextEditor): void {
    if (!this.documents.isLive(editor.document)) {
      return;
    }
    const { inlineResults, maxTextLength } = settings(editor.document);
    const live = this.documents.get(editor.document.uri.toString());
    const painted =
      live === null || inlineResults !== "decorations"
        ? []
        : annotationsOf(live, maxTextLength, around(editor));
    const before = this.painted.get(editor) ?? new Map<Style, string>();
    this.painted.set(editor, before);
    for (const [style, type] of this.types) {
      const decorations = painted
        .filter((annotation) => styleOf(annotation) === style)
        .flatMap((annotation) => decoration(editor.document, annotation, style));
      // With another version the editor has moved what was painted, and not always to where it belongs.
      const { version } = editor.document;
      const signature = decorations.length === 0 ? "" : JSON.stringify([version, decorations]);
      if (before.get(style) !== signature) {
        before.set(style, signature);
        editor.setDecorations(type, decorations);
      }
    }
  }
}

function around(editor: vscode.TextEditor): Lines {
  const ranges = editor.visibleRanges;
  const first = ranges[0]?.start.line ?? 0;
  const last = ranges[ranges.length - 1]?.end.line ?? MARGIN;
  return { first: first - MARGIN, last: last + MARGIN };
}

function decoration(
  document: vscode.TextDocument,
  { line, parts }: Annotation,
  style: Style,
): vscode.DecorationOptions[] {
  if (line >= document.lineCount) {
    return [];
  }
  const { end } = document.lineAt(line).range;
  return [
    {
      range: new vscode.Range(end, end),
      renderOptions: {
        after: {
          contentText: parts.map(({ text }) => text).join("  "),
          color: new vscode.ThemeColor(COLOURS[style]),
          margin: "0 0 0 2ch",
        },
      },
    },
  ];
}

const COLOURS: Readonly<Record<Tone | "stale", string>> = {
  value: "colight.valueForeground",
  output: "colight.outputForeground",
  error: "colight.errorForeground",
  note: "colight.noteForeground",
  running: "colight.noteForeground",
  stale: "colight.staleForeground",
};
