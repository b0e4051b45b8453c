import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { CodeServer, type CodeServerOptions } from "./codeServer.js";
import { Editor, launch } from "./editor.js";

/** What is to be seen of a document. */
export interface Shown {
  /** The lines with something behind them. */
  readonly behind: string[];
  /** The blocks of the live view. */
  readonly inView: string[];
}

/** A VS Code, and a browser that opens windows of it, for the tests of one file. */
export class Windows {
  private started: CodeServer | null = null;
  private launched: Browser | null = null;

  /** Starts a VS Code for all tests of the file, where there are options. */
  constructor(options: CodeServerOptions | null = {}) {
    beforeAll(async () => {
      this.launched = await launch();
      if (options !== null) {
        await this.start(options);
      }
    });
    afterAll(async () => {
      await this.launched?.close();
      await this.stop();
    });
  }

  get code(): CodeServer {
    if (this.started === null) {
      throw new Error("no VS Code has been started");
    }
    return this.started;
  }

  async start(options: CodeServerOptions): Promise<void> {
    this.started = await CodeServer.start(options);
  }

  async stop(): Promise<void> {
    await this.started?.close();
    this.started = null;
  }

  /** Opens a window with a new folder, and one of its files in it. */
  open(files: Readonly<Record<string, string>>, name: string): Promise<Editor> {
    return this.openFolder(this.code.folder(files), name);
  }

  /** Opens a window with a folder or a workspace, and a file in it. */
  async openFolder(path: string, name: string): Promise<Editor> {
    if (this.launched === null) {
      throw new Error("there is no browser");
    }
    const editor = await Editor.open(this.launched, this.code.url, path);
    await editor.document(name);
    return editor;
  }

  /** What a window that has just been opened shows of a document as it is on disk. */
  async clean(text: string): Promise<Shown> {
    const editor = await this.open({ "clean.jsh": text }, "clean.jsh");
    await editor.openView();
    await editor.settled();
    const shown = await shownBy(editor);
    await editor.close();
    return shown;
  }
}

export async function shownBy(editor: Editor): Promise<Shown> {
  const lines = await editor.painted();
  return {
    behind: lines.filter(({ after }) => after !== "").map(({ text, after }) => `${text} ${after}`),
    inView: await editor.viewTexts(".block"),
  };
}
