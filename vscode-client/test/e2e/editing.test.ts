import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CodeServer } from "./codeServer.js";
import { Editor, eventually, launch } from "./editor.js";

const DOCUMENT = `// # Handshakes

int guests = 8
guests * (guests - 1) / 2

String toast(int n) { return "Cheers! ".repeat(n); }
toast(guests)

int none = 0
guests / none
`;

let code: CodeServer;
let browser: Browser;

beforeAll(async () => {
  [code, browser] = await Promise.all([CodeServer.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await code?.close();
});

test("results stand behind their lines, and in the live view", async () => {
  const editor = await Editor.open(browser, code.url, code.folder({ "a.jsh": DOCUMENT }));
  await editor.document("a.jsh");
  await editor.showsBehind("int guests", "⇒ 8", 40_000);
  await editor.showsBehind("guests * ", "⇒ 28");
  await editor.showsBehind("guests / none", /^✗ ArithmeticException/);
  await editor.picture("editor");
  await editor.openView();
  await eventually(async () => expect((await editor.viewTexts()).join()).toContain("28"));
  await editor.picture("view");
  await editor.endOf("int guests");
  await editor.type("0");
  await editor.showsBehind("int guests", "⇒ 80");
  await editor.showsBehind("guests * ", "⇒ 3160");
  await eventually(async () => expect((await editor.viewTexts()).join()).toContain("3160"));
  await editor.close();
});
