import { expect, test } from "vitest";
import { lensesOf, lensesWithoutServer } from "../../src/core/lenses.js";
import { newDocument, received } from "../../src/core/live.js";
import { info, started, twoBlocks, URI } from "./support.js";

test("the first block has the lenses of the document, too", () => {
  const lenses = lensesOf(twoBlocks()).map(({ line, command }) => `${line} ${command}`);
  expect(lenses).toEqual([
    "0 colight.openLiveView",
    "0 colight.run",
    "0 colight.verify",
    "0 colight.runBlock",
    "3 colight.runBlock",
    "3 colight.runAbove",
  ]);
});

test("a brace that ends a program has none", () => {
  const blocks = [info("a", 0, 0, { source: "void main() {" }), info("b", 2, 2, { source: "}" })];
  const live = received(newDocument(URI), started(1, 1, blocks, { order: ["a", "b"] }));
  expect(lensesOf(live).map(({ line }) => line)).toEqual([0, 0, 0, 0]);
});

test("the lens of a block that is held says so", () => {
  const blocks = [info("a", 0, 0, { state: "held" })];
  const live = received(newDocument(URI), started(1, 1, blocks, { order: ["a"] }));
  expect(lensesOf(live).at(-1)?.title).toBe("$(debug-pause) Held: Run");
});

test("where nothing runs, a lens says why and leads to a way out", () => {
  const [lens] = lensesWithoutServer({ phase: "untrusted" });
  expect(lens?.title).toContain("not trusted");
  expect(lens?.command).toBe("workbench.trust.manage");
  expect(lensesWithoutServer({ phase: "running" })).toEqual([]);
});
