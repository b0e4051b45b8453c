import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "./editor.js";
import { Windows } from "./windows.js";

const windows = new Windows();

test("what touches the outside is held, and says so, until it is run or saved", async () => {
  const text = `import java.nio.file.*;

Files.writeString(Path.of(FOLDER, "out"), "first");

1 + 1
`;
  const folder = windows.code.folder({ "held.jsh": "" });
  const out = join(folder, "out");
  const editor = await windows.openFolder(folder, "held.jsh");
  await editor.paste(text.replace("FOLDER", JSON.stringify(folder)));
  await editor.showsBehind("1 + 1", "⇒ 2");
  await editor.showsBehind("Files.write", /⏸ writes files: Files.writeString, line 3/);
  const lens = editor.page.locator(".codelens-decoration a", { hasText: "Held: Run" });
  await lens.waitFor();
  await editor.openView();
  await editor.view().locator(".block", { hasText: "held" }).first().waitFor();
  await editor.picture("held");
  expect(existsSync(out)).toBe(false);

  // The lens runs it.
  await lens.click();
  await editor.showsBehind("Files.write", /⇒/);
  await lens.waitFor({ state: "detached" });
  expect(readFileSync(out, "utf8")).toBe("first");

  // Typing holds it again, and saving runs it.
  await editor.endOf("Files.write");
  await editor.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
  await editor.type("!");
  await editor.showsBehind("Files.write", /⏸/);
  expect(readFileSync(out, "utf8")).toBe("first");
  await editor.press("Control+s");
  await eventually(async () => expect(readFileSync(out, "utf8")).toBe("first!"));
  await editor.showsBehind("Files.write", /⇒/);
  await editor.close();
});
