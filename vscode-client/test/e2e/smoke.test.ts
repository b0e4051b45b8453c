import { expect, test } from "vitest";
import { eventually } from "./editor.js";
import { shownBy, Windows } from "./windows.js";

const DOCUMENT = `// # Handshakes

int guests = 8
guests * (guests - 1) / 2

int none = 0
guests / none
`;

const windows = new Windows();

test("somebody who types sees results behind the lines and in the live view, as a clean run has them", async () => {
  const editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
  await editor.showsBehind("guests * ", "⇒ 28");
  await editor.showsBehind("guests / none", /^✗ ArithmeticException/);
  await editor.openView();
  await editor.viewShows("28");
  await editor.endOf("int guests");
  await editor.type("0x");
  await editor.press("Backspace");
  await editor.showsBehind("guests * ", "⇒ 3160");
  await editor.viewShows("3160");
  await editor.endOf("guests / none");
  await editor.paste("\n\nrecord Point(int x, int y) {}\nnew Point(guests, none)\n");
  await editor.showsBehind("new Point", "⇒ Point[x=80, y=0]");
  await editor.settled();
  const text = await editor.text();
  await eventually(async () => {
    expect(await shownBy(editor)).toEqual(await windows.clean(text));
  });
  await editor.close();
});
