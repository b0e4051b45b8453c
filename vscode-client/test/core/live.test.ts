import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/core/annotations.js";
import type { Edit } from "../../src/core/edits.js";
import {
  edited,
  isDimmed,
  type LiveDocument,
  newDocument,
  orphan,
  received,
} from "../../src/core/live.js";
import { ended, info, result, started, twoBlocks, URI, value } from "./support.js";

const ALL = { first: 0, last: 1_000 };

/** What stands behind the lines, with a question mark where that is dimmed. */
function shown(live: LiveDocument): string[] {
  return annotationsOf(live, 80, ALL).map(
    ({ line, parts, stale }) =>
      `${line} ${parts.map(({ text }) => text).join(" ")}${stale ? " ?" : ""}`,
  );
}

function insert(line: number, character: number, text: string): Edit {
  return {
    startLine: line,
    startCharacter: character,
    endLine: line,
    endCharacter: character,
    text,
  };
}

test("results stand behind the lines that made them", () => {
  expect(shown(twoBlocks())).toEqual(["0 ⇒ 1", "1 ⇒ 2", "3 ⇒ 3"]);
});

describe("with the first keystroke", () => {
  test("the results of the block that it changes dim, and no others", () => {
    const live = edited(twoBlocks(), 2, [insert(1, 3, "x")]);
    expect(shown(live)).toEqual(["0 ⇒ 1 ?", "1 ⇒ 2 ?", "3 ⇒ 3"]);
  });

  test("results move with their lines", () => {
    const live = edited(twoBlocks(), 2, [insert(0, 0, "// above\n\n")]);
    expect(shown(live)).toEqual(["2 ⇒ 1", "3 ⇒ 2", "5 ⇒ 3"]);
  });

  test("the result of a line that is deleted is gone", () => {
    const gone = { startLine: 0, startCharacter: 0, endLine: 1, endCharacter: 0, text: "" };
    expect(shown(edited(twoBlocks(), 2, [gone]))).toEqual(["0 ⇒ 2 ?", "2 ⇒ 3"]);
  });
});

test("what was typed before the server told anything moves and dims what it tells of older text", () => {
  const early = { version: 2, edits: [insert(0, 0, "// above\n\n"), insert(5, 0, "x")] };
  const live = [
    started(1, 1, [info("a", 0, 1), info("b", 3, 3)]),
    result(1, 1, info("a", 0, 1), [value(0, "1")]),
    result(1, 1, info("b", 3, 3), [value(0, "3")]),
  ].reduce(received, newDocument(URI, [early]));
  expect(shown(live)).toEqual(["2 ⇒ 1", "5 ⇒ 3 ?"]);
});

test("what does not compile keeps its old results at the lines that made them", () => {
  const gone = { startLine: 0, startCharacter: 0, endLine: 1, endCharacter: 0, text: "" };
  const a = info("a", 0, 0, { key: "", source: "other" });
  const live = [
    started(2, 2, [{ ...a, state: "queued" }]),
    result(2, 2, a, [], { status: "invalid", error: { message: "no such name", trace: [] } }),
    ended(2, 2),
  ].reduce(received, edited(twoBlocks(), 2, [gone]));
  expect(shown(live)).toEqual(["0 ⇒ 2 ?", "2 ⇒ 3"]);
});

test("an edit that changes no block's meaning is answered by the end of its run", () => {
  const typed = edited(twoBlocks(), 2, [insert(1, 3, " ")]);
  expect(isDimmed(typed, "a")).toBe(true);
  const live = [started(2, 2, []), ended(2, 2)].reduce(received, typed);
  expect(shown(live)).toEqual(["0 ⇒ 1", "1 ⇒ 2", "3 ⇒ 3"]);
});

test("the answer to an older text lets nothing look up to date that has been typed since", () => {
  const first = edited(twoBlocks(), 2, [insert(1, 3, "x")]);
  const second = edited(first, 3, [insert(1, 4, "y")]);
  const live = received(second, result(2, 2, info("a", 0, 1), [value(0, "1"), value(1, "20")]));
  expect(shown(live)).toEqual(["0 ⇒ 1 ?", "1 ⇒ 20 ?", "3 ⇒ 3"]);
});

test("a result of an older text is placed in the text as it is now", () => {
  const live = edited(twoBlocks(), 2, [insert(3, 5, "1")]);
  const later = edited(live, 3, [insert(0, 0, "\n\n")]);
  const told = [
    started(2, 2, [info("b", 3, 3, { state: "queued" })]),
    result(2, 2, info("b", 3, 3), [value(0, "31")]),
  ].reduce(received, later);
  expect(shown(told)).toEqual(["2 ⇒ 1", "3 ⇒ 2", "5 ⇒ 31"]);
});

test("while a block runs, it says so, and its old result is dimmed", () => {
  const running = [
    started(2, 2, [info("b", 3, 3, { state: "queued" })]),
    { method: "colight/status", params: { state: "running", uri: URI, block: "b" } } as const,
  ].reduce(received, edited(twoBlocks(), 2, [insert(3, 5, "1")]));
  expect(shown(running).at(-1)).toBe("3 ⇒ 3 … ?");
});

test("an exception stands behind the line that threw", () => {
  const b = info("b", 3, 3);
  const error = {
    message: "/ by zero",
    type: "java.lang.ArithmeticException",
    range: b.range,
    trace: [],
  };
  const live = received(twoBlocks(), result(1, 1, b, [], { status: "error", error }));
  expect(shown(live).at(-1)).toBe("3 ✗ ArithmeticException: / by zero");
});

test("an exception that says nothing is told by its name alone", () => {
  const b = info("b", 3, 3);
  const type = "java.lang.StackOverflowError";
  const error = { message: type, type, range: b.range, trace: [] };
  const live = received(twoBlocks(), result(1, 1, b, [], { status: "error", error }));
  expect(shown(live).at(-1)).toBe("3 ✗ StackOverflowError");
});

test("after the server has gone all is dimmed, until another one tells anew", () => {
  const gone = orphan(twoBlocks());
  expect(shown(gone)).toEqual(["0 ⇒ 1 ?", "1 ⇒ 2 ?", "3 ⇒ 3 ?"]);
  const again = [
    started(1, 0, [info("x", 0, 1)], { order: ["x"] }),
    result(1, 0, info("x", 0, 1), [value(0, "9")]),
  ].reduce(received, gone);
  expect(shown(again)).toEqual(["0 ⇒ 9"]);
});

test("a document that is opened again is followed from its first run on, whatever came late of the last time", () => {
  const late = [57, 58].reduce((live, run) => received(live, ended(1, run)), newDocument(URI));
  const again = [
    started(1, 0, [info("x", 0, 1)], { reason: "open", order: ["x"] }),
    result(1, 0, info("x", 0, 1), [value(0, "9")]),
  ].reduce(received, late);
  expect(shown(again)).toEqual(["0 ⇒ 9"]);
});

test("a result that is long, or of many lines, is one short line", () => {
  const live = received(
    twoBlocks(),
    result(1, 1, info("b", 3, 3), [value(0, `first\n  second ${"x".repeat(10_000)}`)]),
  );
  const last = annotationsOf(live, 20, ALL).at(-1)?.parts[0]?.text ?? "";
  expect(last).toBe("⇒ first ⏎ second xxxxx…");
});

test("of a picture a line tells what it is, not how Java writes it", () => {
  const mime = { "text/plain": "BufferedImage@7a7cc4df: type = 1", "image/png": "iVBORw0KGgo=" };
  const picture = { ...value(0, ""), type: "java.awt.image.BufferedImage", mime };
  const live = received(twoBlocks(), result(1, 1, info("b", 3, 3), [picture]));
  expect(shown(live).at(-1)).toBe("3 ⇒ ▦ BufferedImage");
});
