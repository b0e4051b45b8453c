import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "./editor.js";
import { Windows } from "./windows.js";

const TOUR = readFileSync("../examples/tour.jsh", "utf8");
const ONE = "int one = 1\n\none + 10\n";
const TWO = "int two = 2\n\ntwo + 20\n";

const windows = new Windows();

test("tables, plots, formulas, inputs and pictures are in the view, and scroll with the editor", async () => {
  const editor = await windows.open({ "tour.jsh": TOUR }, "tour.jsh");
  const view = await editor.openView();
  await editor.settled();
  await view.locator("table td", { hasText: "Jupiter" }).first().waitFor();
  await editor.wheelTo(view.locator(".plot svg").first());
  await editor.pause(300); // The editor scrolls in step.
  await editor.picture("view");

  // A slider moves what depends on it.
  const slider = view.locator('input[type="range"]').first();
  await editor.wheelTo(slider);
  await slider.fill("9");
  await editor.showsBehind("int terms", /terms = 9/);
  await view.locator(".katex").first().waitFor();

  // The editor is scrolled, and the view with it.
  await editor.focus();
  await editor.press("Control+End");
  const end = view.locator(".image img").last();
  await end.waitFor();
  const endIsInView = (): Promise<void> =>
    eventually(async () => {
      expect((await end.boundingBox())?.y ?? Infinity).toBeLessThan(800);
    });
  await endIsInView();
  await editor.picture("view-end");

  // The view is scrolled, and the editor with it.
  await view.locator(".document").hover();
  await editor.page.mouse.wheel(0, -20_000);
  await eventually(async () => {
    expect((await editor.painted())[0]?.text).toContain("A tour of live Java");
  });

  // Whoever goes elsewhere in the editor at that moment takes the view along.
  await editor.press("Control+Home");
  await editor.page.mouse.wheel(0, 900);
  await editor.page.keyboard.press("Control+End");
  await endIsInView();
  await editor.close();
});

test("a click in the view goes to the source", async () => {
  const editor = await windows.open({ "tour.jsh": TOUR }, "tour.jsh");
  const view = await editor.openView();
  await editor.settled();
  await view
    .locator(".block", { hasText: "toast.toUpperCase()" })
    .locator(".output.value")
    .last()
    .click();
  await eventually(async () => {
    const place = await editor.page.locator('[id="status.editor.selection"]').innerText();
    const { text } = await editor.lineAt(Number(/Ln (\d+)/.exec(place)?.[1]));
    expect(text).toBe("toast.toUpperCase()");
  });
  await editor.close();
});

test("the view follows the active document, unless it is pinned; each window has its own", async () => {
  const editor = await windows.open({ "one.jsh": ONE, "two.jsh": TWO }, "one.jsh");
  await editor.openView();
  await editor.viewShows("11");
  await editor.document("two.jsh");
  await editor.viewShows("22");
  await editor.document("one.jsh");
  await editor.viewShows("11");
  await editor.command("Colight: Pin or Unpin the Live View");
  await editor.document("two.jsh");
  await editor.showsBehind("two + 20", "⇒ 22");
  expect((await editor.viewTexts()).join()).not.toContain("22");
  await editor.close();
});

test("two documents stand side by side, and each is live", async () => {
  const editor = await windows.open({ "one.jsh": ONE, "two.jsh": TWO }, "one.jsh");
  await editor.command("View: Split Editor Right");
  await editor.document("two.jsh");
  await editor.showsBehind("two + 20", "⇒ 22");
  await editor.endOf("int two = 2");
  await editor.type("5");
  await editor.showsBehind("two + 20", "⇒ 45");
  await editor.press("Control+1");
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.endOf("int one = 1");
  await editor.type("0");
  await editor.showsBehind("one + 10", "⇒ 20");
  await editor.press("Control+2");
  await editor.showsBehind("two + 20", "⇒ 45");
  await editor.close();
});

test("a reload of the window brings back the view, and what it was pinned to", async () => {
  const editor = await windows.open({ "one.jsh": ONE, "two.jsh": TWO }, "one.jsh");
  await editor.openView();
  await editor.viewShows("11");
  await editor.command("Colight: Pin or Unpin the Live View");
  await editor.page.locator(".tab", { hasText: "⊙ Live: one.jsh" }).waitFor();
  await editor.reload();
  await editor.viewShows("11");
  await editor.document("two.jsh");
  await editor.showsBehind("two + 20", "⇒ 22");
  expect((await editor.viewTexts()).join()).not.toContain("22");
  await editor.close();
});

test("code is hidden and shown by a command, and stays so behind another tab", async () => {
  const editor = await windows.open({ "one.jsh": ONE }, "one.jsh");
  const view = await editor.openView();
  await editor.viewShows("11");
  await editor.command("Colight: Show or Hide Code in the Live View");
  await view.locator("pre.code").first().waitFor({ state: "hidden" });
  await editor.command("View: Focus Right Editor Group");
  await editor.document("one.jsh");
  await editor.press("Control+PageUp");
  await editor.viewShows("11");
  expect(await view.locator("pre.code").first().isVisible()).toBe(false);
  await editor.command("Colight: Show or Hide Code in the Live View");
  await view.locator("pre.code").first().waitFor();
  await editor.close();
});

test("a picture is seen where the mouse rests on its line", async () => {
  const picture = `import java.awt.image.BufferedImage;
var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
for (int x = 0; x < 400; x++) for (int y = 0; y < 300; y++) image.setRGB(x, y, x * y * 2654435);

var pixels = image
`;
  const editor = await windows.open({ "picture.jsh": picture }, "picture.jsh");
  await editor.showsBehind("var pixels", "⇒ ▦ BufferedImage");
  await editor.settledInEditor();
  const line = editor.page.locator(".view-line", { hasText: "pixels" }).first();
  await eventually(async () => {
    // Only a mouse that has come from elsewhere is asked what it rests on.
    await editor.page.mouse.move(640, 600);
    await line.hover({ position: { x: 12, y: 8 } });
    const image = editor.page.locator(".monaco-hover img").first();
    await image.waitFor({ timeout: 10_000 });
    expect(await image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(400);
  });
  await editor.picture("hover");
  await editor.close();
});

test("a document that is renamed stays live; one that is deleted is gone", async () => {
  const folder = windows.code.folder({ "one.jsh": ONE, "two.jsh": TWO });
  const editor = await windows.openFolder(folder, "one.jsh");
  await editor.openView();
  await editor.viewShows("11");
  await editor.page.locator('.explorer-folders-view [aria-label^="one.jsh"]').click();
  await editor.press("F2");
  await editor.page.locator(".explorer-folders-view input").fill("uno.jsh");
  await editor.press("Enter");
  await editor.page.locator('.tab[data-resource-name="uno.jsh"]').waitFor();
  await editor.document("uno.jsh");
  await editor.endOf("int one = 1");
  await editor.type("1");
  await editor.showsBehind("one + 10", "⇒ 21");
  await editor.viewShows("21");
  await editor.document("two.jsh");
  await editor.showsBehind("two + 20", "⇒ 22");
  unlinkSync(join(folder, "two.jsh"));
  await editor.page
    .locator('.explorer-folders-view [aria-label^="two.jsh"]')
    .waitFor({ state: "detached" });
  await editor.document("uno.jsh");
  await editor.viewShows("21");
  await editor.close();
});

test("HTML of a document is shown in a frame of its own, and its scripts run there", async () => {
  const html = `import static dev.colight.display.Display.*;

html("<p style='color: red'>by hand</p><script>document.body.append('by script, ' + origin)</script>")
`;
  const editor = await windows.open({ "html.jsh": html }, "html.jsh");
  const view = await editor.openView();
  const frame = view.frameLocator(".frame iframe");
  await frame.locator("p", { hasText: "by hand" }).waitFor();
  await frame.locator("body", { hasText: "by script, null" }).waitFor();
  await eventually(async () => {
    const box = await view.locator(".frame iframe").boundingBox();
    expect(box?.height).toBeGreaterThan(20);
  });
  await editor.picture("html");
  await editor.close();
});

test("a document is exported to where somebody says", async () => {
  const folder = windows.code.folder({ "one.jsh": ONE });
  const editor = await windows.openFolder(folder, "one.jsh");
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.command("Colight: Export");
  await editor.page.locator(".quick-input-list", { hasText: "Jupyter notebook" }).waitFor();
  await editor.page.locator(".quick-input-widget input").fill("Markdown");
  await editor.press("Enter");
  await eventually(async () => {
    const offered = await editor.page.locator(".quick-input-widget input").inputValue();
    expect(offered).toBe(join(folder, "one.md"));
  });
  await editor.press("Enter");
  await editor.page.locator(".notification-toast", { hasText: "Exported to" }).waitFor();
  expect(readFileSync(join(folder, "one.md"), "utf8")).toContain("one + 10");
  await editor.close();
});

test("a document that is closed and opened again shows what it showed", async () => {
  const editor = await windows.open({ "one.jsh": ONE, "two.jsh": TWO }, "one.jsh");
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.command("View: Close Editor");
  await editor.page.locator('.tab[data-resource-name="one.jsh"]').waitFor({ state: "detached" });
  await editor.document("two.jsh");
  await editor.showsBehind("two + 20", "⇒ 22");
  await editor.document("one.jsh");
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.close();
});

test("folders of one window have settings of their own", async () => {
  const one = windows.code.folder({ "one.jsh": ONE });
  const two = windows.code.folder({ "two.jsh": TWO });
  mkdirSync(join(two, ".vscode"));
  writeFileSync(join(two, ".vscode", "settings.json"), '{ "colight.inlineResults": "off" }');
  const both = { folders: [{ path: one }, { path: two }] };
  const home = windows.code.folder({ "both.code-workspace": JSON.stringify(both) });
  const editor = await windows.openFolder(join(home, "both.code-workspace"), "one.jsh");
  await editor.openView();
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.document("two.jsh");
  await editor.viewShows("22");
  expect((await editor.after("two + 20")).after).toBe("");
  await editor.close();
});
