import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Rows, type TableSpec } from "../../src/forms/rows.js";
import type { ExpandResult } from "../../src/protocol/protocol.js";
import { jsonNode } from "../../src/forms/tree.js";

const SPEC: TableSpec = {
  columns: [
    { name: "name", type: "text" },
    { name: "n", type: "number" },
  ],
  rows: [
    ["b", "10"],
    ["a", "9"],
    [null, null],
    ["c\td", "-1,000"],
  ],
  total: 4,
  offset: 0,
};

function names(rows: Rows): (string | null | undefined)[] {
  return Array.from({ length: rows.length }, (_, i) => rows.at(i)?.cells[0]);
}

describe("the rows of a table", () => {
  it("sort by number, up, down and as they came, with nothing last", () => {
    const rows = new Rows(SPEC, null, () => {});
    assert.equal(rows.sort(1), "ascending");
    assert.deepEqual(names(rows), ["c\td", "a", "b", null]);
    assert.equal(rows.sort(1), "descending");
    assert.deepEqual(names(rows), ["b", "a", "c\td", null]);
    assert.equal(rows.sort(1), "none");
    assert.deepEqual(names(rows), ["b", "a", null, "c\td"]);
  });

  it("filter by what any cell holds", () => {
    const rows = new Rows(SPEC, null, () => {});
    rows.filter("C");
    assert.deepEqual(names(rows), ["c\td"]);
    rows.filter("");
    assert.equal(rows.length, 4);
  });

  it("are copied as lines of as many cells", () => {
    const rows = new Rows(SPEC, null, () => {});
    assert.equal(rows.toTsv(), "name\tn\nb\t10\na\t9\n\t\nc d\t-1,000");
  });

  it("are asked for a page at a time, each once", async () => {
    const asked: number[] = [];
    let arrived = (): void => {};
    const change = new Promise<void>((resolve) => (arrived = resolve));
    const rows = new Rows(
      { ...SPEC, total: 1_000 },
      async (offset, limit) => {
        asked.push(offset);
        const row = (n: number): string => JSON.stringify({ row: [`r${n}`, String(n)] });
        const children = Array.from({ length: limit }, (_, i) => ({
          mime: { "application/vnd.colight.table+json": row(offset + i) },
        }));
        return { children, total: 1_000 };
      },
      () => arrived(),
    );
    assert.equal(rows.at(450), null);
    assert.equal(rows.at(451), null);
    await change;
    assert.equal(rows.at(450)?.cells[0], "r450");
    assert.deepEqual(asked, [400]);
  });

  it("stay as many where the others cannot be had any more, and say why", async () => {
    let arrived = (): void => {};
    const change = new Promise<void>((resolve) => (arrived = resolve));
    const gone = async (): Promise<ExpandResult> => ({
      children: [],
      total: 0,
      message: "it is gone",
    });
    const rows = new Rows({ ...SPEC, total: 1_000 }, gone, () => arrived());
    rows.at(500);
    await change;
    assert.equal(rows.length, 1_000);
    assert.equal(rows.problem, "it is gone");
    assert.equal(rows.at(500), null);
  });

  it("end where there are no more, if nobody knew how many there are", async () => {
    let arrived = (): void => {};
    const change = new Promise<void>((resolve) => (arrived = resolve));
    const rows = new Rows(
      { ...SPEC, total: -1 },
      async () => ({ children: [], total: -1 }),
      () => arrived(),
    );
    assert.equal(rows.length, 5);
    rows.at(4);
    await change;
    assert.equal(rows.length, 4);
  });
});

describe("a tree of JSON", () => {
  it("tells what is in it, and makes children when they are looked at", () => {
    const root = jsonNode({ a: [1, "x", null], b: true }, undefined);
    assert.equal(root.text, "{a, b}");
    const [a, b] = root.children ?? [];
    assert.deepEqual([a?.label, a?.text, a?.kind], ["a", "[3]", "list"]);
    assert.deepEqual([b?.label, b?.text, b?.kind], ["b", "true", "boolean"]);
    assert.deepEqual(
      a?.children?.map(({ kind }) => kind),
      ["number", "text", "null"],
    );
  });
});
