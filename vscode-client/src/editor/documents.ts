import type { Message } from "@page/core/reduce.js";
import * as vscode from "vscode";
import type { VersionEdits } from "../core/edits.js";
import { HEAD, maySayLive } from "../core/java.js";
import { edited, type LiveDocument, newDocument, orphan, received } from "../core/live.js";
import { PROGRAMS, SCRIPTS } from "./settings.js";

/** More than anybody types while a server starts; without one there is no end to it. */
const MOST_EARLY = 1_000;

/** What is known of the documents, by their URIs. */
export class Documents implements vscode.Disposable {
  private readonly known = new Map<string, LiveDocument>();
  /** The Java files that somebody has made live, whatever they say themselves. */
  private readonly made = new Set<string>();
  /** What was typed in live documents before the server has told anything of them. */
  private readonly early = new Map<string, readonly VersionEdits[]>();
  private readonly changes = new vscode.EventEmitter<string>();
  private readonly toldOf = new vscode.EventEmitter<Message>();
  private readonly openings = new vscode.EventEmitter<string>();
  private readonly subscriptions: vscode.Disposable[];

  /** Tells of each change of what is shown of a document. */
  readonly onDidChange = this.changes.event;
  /** Tells what the server has said, when it has been taken in. */
  readonly onDidReceive = this.toldOf.event;
  /** Tells of documents that have been opened or closed. */
  readonly onDidOpenOrClose = this.openings.event;

  constructor() {
    this.subscriptions = [
      this.changes,
      this.toldOf,
      this.openings,
      vscode.workspace.onDidChangeTextDocument((event) => this.typed(event)),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
    ];
  }

  get(uri: string): LiveDocument | null {
    return this.known.get(uri) ?? null;
  }

  /** Tells whether a document is live: a Java file is where the server or a person says so, or it may itself. */
  isLive(document: vscode.TextDocument): boolean {
    const uri = document.uri.toString();
    return (
      vscode.languages.match([...SCRIPTS], document) > 0 ||
      (isProgram(document) && (this.known.has(uri) || this.made.has(uri) || isMarked(document)))
    );
  }

  /** Makes a Java file live until it is closed. */
  makeLive(uri: string): void {
    this.made.add(uri);
    this.openings.fire(uri);
    this.changes.fire(uri);
  }

  /** Tells whether somebody has made a Java file live. */
  isMadeLive(uri: string): boolean {
    return this.made.has(uri);
  }

  /** Returns the live document that somebody works on, or null. */
  active(): vscode.TextDocument | null {
    const document = vscode.window.activeTextEditor?.document;
    return document !== undefined && this.isLive(document) ? document : null;
  }

  /** Tells whether any live document is open. */
  any(): boolean {
    return vscode.workspace.textDocuments.some((document) => this.isLive(document));
  }

  /** Takes in what the server said. */
  receive(message: Message): void {
    const about = message.params.uri;
    for (const uri of about === undefined ? [...this.known.keys()] : [about]) {
      if (!isOpen(uri)) {
        continue; // what comes late would be taken for news of its next opening
      }
      const before = this.known.get(uri) ?? newDocument(uri, this.early.get(uri));
      const after = received(before, message);
      if (after !== before) {
        this.known.set(uri, after);
        this.early.delete(uri);
        this.changes.fire(uri);
      }
    }
    this.toldOf.fire(message);
  }

  /** Notes that the server is gone, and that nobody knows whether what is shown still holds. */
  orphan(): void {
    for (const [uri, live] of this.known) {
      this.known.set(uri, orphan(live));
      this.changes.fire(uri);
    }
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private typed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const live = this.known.get(uri);
    if (contentChanges.length === 0) {
      return;
    }
    const edits = contentChanges.map(({ range, text }) => ({
      startLine: range.start.line,
      startCharacter: range.start.character,
      endLine: range.end.line,
      endCharacter: range.end.character,
      text,
    }));
    if (live === undefined) {
      if (this.isLive(document)) {
        const before = this.early.get(uri) ?? [];
        this.early.set(uri, [...before, { version: document.version, edits }].slice(-MOST_EARLY));
      }
      if (isProgram(document) && isMarked(document)) {
        this.openings.fire(uri);
      }
      return;
    }
    this.known.set(uri, edited(live, document.version, edits));
    this.changes.fire(uri);
  }

  private opened(document: vscode.TextDocument): void {
    if (this.isLive(document)) {
      this.openings.fire(document.uri.toString());
    }
  }

  private closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const wasLive = this.isLive(document);
    this.made.delete(uri);
    this.early.delete(uri);
    if (this.known.delete(uri) || wasLive) {
      this.changes.fire(uri);
      this.openings.fire(uri);
    }
  }
}

function isOpen(uri: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
}

/** Tells whether a document is a Java file, which may be live. */
export function isProgram(document: vscode.TextDocument): boolean {
  return vscode.languages.match(PROGRAMS, document) > 0;
}

function isMarked(document: vscode.TextDocument): boolean {
  return maySayLive(document.getText(new vscode.Range(0, 0, HEAD, 0)));
}
