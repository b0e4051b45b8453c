import { expect, test } from "vitest";
import type { Editor } from "./editor.js";
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
