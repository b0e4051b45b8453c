import { expect, test } from "vitest";
import { eventually } from "./editor.js";
import { shownBy, Windows } from "./windows.js";

const DOCUMENT = `// # Handshakes

int guests = 8
guests * (guests - 1) / 2

String toast(int n) { return "Cheers! ".repeat(n); }
toast(2)

int none = 0
guests / none
`;

const windows = new Windows();

test("results stand behind their lines, and in the live view", async () => {
  const editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
  await editor.showsBehind("int guests", "⇒ 8");
  await editor.showsBehind("guests * ", "⇒ 28");
  await editor.showsBehind("guests / none", /^✗ ArithmeticException/);
  await editor.picture("editor");
  await editor.openView();
  await editor.viewShows("28");
  await editor.endOf("int guests");
  await editor.type("0");
  await editor.showsBehind("int guests", "⇒ 80");
  await editor.showsBehind("guests * ", "⇒ 3160");
  await editor.viewShows("3160");
  await editor.close();
});

test("a result dims with the first keystroke that changes its block, and says when it runs", async () => {
  const slow =
    "int n = 1\n\nn * 7\n\nint slow() throws Exception { Thread.sleep(2500); return 41 + n; }\n\nslow()\n";
  const editor = await windows.open({ "slow.jsh": slow }, "slow.jsh");
  await editor.openView();
  await editor.settled();
  const before = await editor.after("n * 7");
  await editor.endOf("int n = 1");
  await editor.watchColours("n * 7");
  await editor.type("1");
  await editor.showsBehind("n * 7", "⇒ 77");
  const colours = await editor.watched();
  expect(colours[0]).toBe(before.colour);
  expect(colours.at(-1)).toBe(before.colour);
  await eventually(async () => {
    const lines = await editor.painted();
    expect(lines.some(({ text, after }) => text === "slow()" && /…$/.test(after))).toBe(true);
  });
  const dimmed = (await editor.painted()).find(({ text }) => text === "slow()");
  expect(dimmed?.colour).not.toBe(before.colour);
  await editor.settled();
  expect((await editor.painted()).find(({ text }) => text === "slow()")?.after).toBe("⇒ 52");
  await editor.close();
});

test("whatever is typed, pasted, corrected and undone, what is shown is what a clean run shows", async () => {
  const editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
  await editor.openView();
  await editor.settled();

  // Typed with pauses and a mistake that is corrected.
  await editor.endOf("toast(2)");
  await editor.press("Enter");
  await editor.type("guests + 1x");
  await editor.pause(400);
  await editor.press("Backspace");
  await editor.pause(150);
  await editor.type("0 * 2", 120);
  await editor.showsBehind("guests + 10 * 2", "⇒ 28");

  // Pasted, with a block of its own.
  await editor.endOf("guests / none");
  await editor.paste("\n\nrecord Point(int x, int y) {}\nnew Point(guests, none)\n");
  await editor.showsBehind("new Point", "⇒ Point[x=8, y=0]");
  // The view goes to the new block; the editor, which has room for all, stays where it is.
  await editor.view().locator(".block", { hasText: "new Point" }).scrollIntoViewIfNeeded();
  expect((await editor.painted())[0]?.text).toContain("Handshakes");

  // Undone and done again.
  await editor.press("Control+z");
  await eventually(async () => {
    expect((await editor.painted()).map(({ text }) => text).join()).not.toContain("Point");
  });
  await editor.press("Control+Shift+z");
  await editor.showsBehind("new Point", "⇒ Point[x=8, y=0]");

  // With a cursor in each line that names the guests.
  await editor.endOf("int guests");
  await editor.press("Home", "Control+ArrowRight", "Control+ArrowRight");
  for (let i = 0; i < 8; i++) {
    await editor.press("Control+d");
  }
  await editor.type("people");
  await editor.press("Escape");
  await editor.showsBehind("int people", "⇒ 8");

  // A line deleted, a line moved.
  await editor.endOf("int none");
  await editor.press("Control+Shift+k");
  await editor.showsBehind("people / none", /^$/);
  await editor.press("Control+z");
  await editor.settled();

  const text = await editor.text();
  expect(await shownBy(editor)).toEqual(await windows.clean(text));
  await editor.close();
});

test("a light result follows the key at once", async () => {
  const editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
  await editor.openView();
  await editor.settled();
  await editor.endOf("int guests");
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    times.push(await editor.timeToPaint("int guests", i % 2 === 0 ? "5" : "Backspace"));
    await editor.pause(120);
  }
  times.sort((a, b) => a - b);
  console.log(`milliseconds from the key to the painted result: ${times.join(" ")}`);
  // On a machine that does nothing else half of them take less than 100; this one may be busy.
  expect(times[10]).toBeLessThan(500);
  await editor.close();
});
