import type { Browser } from "playwright-core";
import type { CodeServer } from "./codeServer.js";
import { Editor } from "./editor.js";

/** What is to be seen of a document. */
export interface Shown {
  /** The lines with something behind them. */
  readonly behind: string[];
  /** The blocks of the live view. */
  readonly inView: string[];
}

/** Opens one of the files of a new folder. */
export async function open(
  browser: Browser,
  code: CodeServer,
  files: Record<string, string>,
  name: string,
): Promise<Editor> {
  const editor = await Editor.open(browser, code.url, code.folder(files));
  await editor.document(name);
  return editor;
}

export async function shownBy(editor: Editor): Promise<Shown> {
  const lines = await editor.painted();
  return {
    behind: lines.filter(({ after }) => after !== "").map(({ text, after }) => `${text} ${after}`),
    inView: await editor.viewTexts(".block"),
  };
}

/** What a window that has just been opened shows of a document as it is on disk. */
export async function clean(browser: Browser, code: CodeServer, text: string): Promise<Shown> {
  const editor = await open(browser, code, { "clean.jsh": text }, "clean.jsh");
  await editor.openView();
  await editor.settled();
  const shown = await shownBy(editor);
  await editor.close();
  return shown;
}
