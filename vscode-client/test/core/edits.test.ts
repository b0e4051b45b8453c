import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Edit, GONE, mapLine, touches } from "../../src/core/edits.js";

function edit(from: string, to: string, text: string): Edit {
  const [startLine = 0, startCharacter = 0] = from.split(":").map(Number);
  const [endLine = 0, endCharacter = 0] = to.split(":").map(Number);
  return { startLine, startCharacter, endLine, endCharacter, text };
}

describe("a line after an edit", () => {
  test.each([
    ["above it, a line comes", 5, edit("2:0", "2:0", "new\n"), 6],
    ["above it, two lines go", 5, edit("1:0", "3:0", ""), 3],
    ["below it", 5, edit("6:0", "7:0", ""), 5],
    ["within it", 5, edit("5:3", "5:4", "xy"), 5],
    ["at its end", 5, edit("5:9", "5:9", "!"), 5],
    ["at its start, a line comes", 5, edit("5:0", "5:0", "\n"), 6],
    ["at its start, a word comes", 5, edit("5:0", "5:0", "x"), 5],
    ["it is split", 5, edit("5:3", "5:3", "\n"), 5],
    ["it is deleted", 5, edit("5:0", "6:0", ""), GONE],
    ["it is deleted from the end of the one above", 5, edit("4:9", "5:7", ""), GONE],
    ["it is joined to the one above", 5, edit("4:9", "5:0", " "), GONE],
    ["it is in the middle of what goes", 5, edit("4:2", "6:2", ""), GONE],
    ["its first word is replaced", 5, edit("5:0", "5:3", "long"), 5],
    ["it had gone before", GONE, edit("0:0", "0:0", "\n"), GONE],
  ])("%s", (_, line, change, expected) => {
    expect(mapLine(line, change)).toBe(expected);
  });
});

describe("an edit changes the text of lines 5 to 7", () => {
  test.each([
    ["within", edit("6:1", "6:1", "x"), true],
    ["at the end of the last", edit("7:9", "7:9", "x"), true],
    ["above", edit("4:1", "4:1", "x"), false],
    ["below", edit("8:0", "8:0", "x"), false],
    ["a line comes right above", edit("5:0", "5:0", "\n"), false],
    ["lines right above go", edit("3:0", "5:0", ""), false],
    ["a word comes at its start", edit("5:0", "5:0", "x"), true],
    ["the line above is joined to it", edit("4:9", "5:0", ""), true],
  ])("%s", (_, change, expected) => {
    expect(touches(change, 5, 7)).toBe(expected);
  });
});

/** Applies an edit to lines. */
function apply(lines: readonly string[], change: Edit): string[] {
  const before = lines.slice(0, change.startLine);
  const head = lines[change.startLine]?.slice(0, change.startCharacter) ?? "";
  const tail = lines[change.endLine]?.slice(change.endCharacter) ?? "";
  const middle = (head + change.text + tail).split("\n");
  return [...before, ...middle, ...lines.slice(change.endLine + 1)];
}

const LINES = Array.from({ length: 8 }, (_, i) => `line ${i}`);

test("a line that an edit does not touch is found again by its text", () => {
  const places = fc.record({ line: fc.nat(7), character: fc.nat(6) });
  const text = fc.stringMatching(/^[a-c\n]{0,5}$/);
  fc.assert(
    fc.property(places, places, text, (a, b, inserted) => {
      const [start, end] = [a, b].sort((p, q) => p.line - q.line || p.character - q.character);
      if (start === undefined || end === undefined) {
        return;
      }
      const change = edit(
        `${start.line}:${start.character}`,
        `${end.line}:${end.character}`,
        inserted,
      );
      const after = apply(LINES, change);
      LINES.forEach((line, i) => {
        const now = mapLine(i, change);
        if (i < start.line || i > end.line) {
          expect(after[now]).toBe(line);
        }
        expect(now).toBeLessThan(after.length);
      });
    }),
  );
});
