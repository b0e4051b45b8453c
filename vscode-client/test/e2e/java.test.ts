import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { type Editor, eventually } from "./editor.js";
import { Windows } from "./windows.js";

const PROGRAM = `int base = 2;

void main() {
  int twice = base * 2;

  System.out.println(twice + 1);
}
`;

const windows = new Windows();

async function follows(editor: Editor): Promise<void> {
  await editor.showsBehind("int twice", "⇒ 4");
  await editor.showsBehind("System.out.println", "▸ 5");
  await editor.endOf("int base = 2");
  await editor.press("ArrowLeft");
  await editor.type("1");
  await editor.showsBehind("int twice", "⇒ 42");
  await editor.showsBehind("System.out.println", "▸ 43");
}

test("a Java file that does not say that it is live is left alone, and no server is started", async () => {
  const editor = await windows.open({ "P.java": PROGRAM }, "P.java");
  await editor.command("Colight: Show the Menu");
  await editor.page.locator(".quick-input-list", { hasText: "Restart the server" }).waitFor();
  await editor.press("Escape");
  expect(windows.code.processes("server")).toEqual([]);
  expect((await editor.painted()).map(({ after }) => after).join("")).toBe("");

  // Typing that it is makes it so.
  await editor.focus();
  await editor.press("Control+Home");
  await editor.press("Enter", "Enter", "Control+Home");
  await editor.type("// | live");
  await follows(editor);
  await editor.close();
});

test("a Java file is live that says so, with lenses, errors and the live view", async () => {
  const editor = await windows.open({ "P.java": `// | live\n\n${PROGRAM}` }, "P.java");
  await follows(editor);
  await editor.openView();
  await editor.viewShows("43");
  await editor.page.locator(".codelens-decoration", { hasText: "Run All" }).first().waitFor();
  await editor.picture("java");
  await editor.endOf("int base");
  await editor.press("ArrowLeft", "Backspace", "Backspace");
  await editor.type("1 / 0");
  await editor.showsBehind("int base", /✗ ArithmeticException/);
  await editor.close();
});

test("a command makes a Java file live, and its keys work there", async () => {
  const editor = await windows.open({ "P.java": PROGRAM }, "P.java");
  await editor.command("Colight: Make This Java File Live");
  await editor.showsBehind("int twice", "⇒ 4");
  await editor.endOf("int twice");
  await editor.press("Control+Enter");
  await editor.settledInEditor();
  await follows(editor);

  // A server that has crashed and is there again knows it, too.
  for (const id of windows.code.processes("server")) {
    process.kill(id, "SIGKILL");
  }
  await editor.endOf("int twice");
  await editor.press("ArrowLeft");
  await editor.type("0");
  await editor.showsBehind("int twice", "⇒ 420");
  await editor.close();
});

test("over a method of a source stands how many live blocks depend on it, as long as they do", async () => {
  const util =
    "public class Util {\n  public static int twice(int n) {\n    return n * 2;\n  }\n}\n";
  const document = "//SOURCES Util.java\n\nUtil.twice(4)\n\nUtil.twice(5)\n";
  const editor = await windows.open({ "Util.java": util, "a.jsh": document }, "a.jsh");
  await editor.showsBehind("Util.twice(5)", "⇒ 10");
  await editor.document("Util.java");
  const lens = editor.page.locator(".codelens-decoration", { hasText: "depend" });
  await expectLens(lens, "2 live blocks depend on it");
  await editor.picture("source-lens");

  // Nothing is saved.
  await editor.endOf("return n * 2");
  await editor.press("ArrowLeft", "Backspace");
  await editor.type("3");
  await editor.document("a.jsh");
  await editor.showsBehind("Util.twice(5)", "⇒ 15");
  await editor.endOf("Util.twice(5)");
  await editor.press("Shift+Home");
  await editor.type("7");
  await editor.settledInEditor();
  await editor.document("Util.java");
  await expectLens(lens, "1 live block depends on it");
  await editor.close();
});

async function expectLens(lens: Locator, text: string): Promise<void> {
  await eventually(async () => expect(await lens.allTextContents()).toEqual([text]));
}
