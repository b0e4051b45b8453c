import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { outlineOf } from "../../src/core/outline.js";
import { emptyDocument, reduce } from "../../src/core/reduce.js";
import { fuzzyScore, matchingBlocks } from "../../src/core/search.js";
import { rank } from "../../src/view/files.js";
import { code, documentOf, prose, result, URI, value } from "../support.js";

const MODEL = reduce(emptyDocument(URI), {
  method: "colight/document",
  params: documentOf(
    result(prose("p", "# One `two`\ntext\n```\n# no heading\n```\n## Three"), []),
    result(code("a", "int guests = 8"), [value("8", { name: "guests" })]),
    result(code("b", "broken("), [], {
      status: "invalid",
      error: { message: "Syntax error", trace: [] },
    }),
  ),
});

describe("a search", () => {
  for (const [query, blocks] of [
    ["GUESTS", ["a"]],
    ["three", ["p"]],
    ["syntax", ["b"]],
    ["t", ["p", "a", "b"]],
    ["  ", []],
    ["nowhere", []],
  ] as const) {
    it(`for “${query}” finds ${blocks.join(", ") || "nothing"}`, () =>
      assert.deepEqual(matchingBlocks(MODEL, query), blocks));
  }
});

describe("the outline", () => {
  it("holds the headings, not what is in code", () => {
    assert.deepEqual(
      outlineOf(MODEL).map(({ level, text, place }) => [level, text, place]),
      [
        [1, "One two", 0],
        [2, "Three", 1],
      ],
    );
  });
});

describe("the finder", () => {
  const files = ["src/tour.jsh", "deep/down/other.jsh", "Tour.java", "a/t/o/u/r.jsh"].map(
    (path) => ({ path, uri: path }),
  );

  it("wants the letters in their order", () => {
    assert.equal(fuzzyScore("tour.jsh", "rt"), null);
    assert.ok((fuzzyScore("tour.jsh", "TRJ") ?? 0) > 0);
  });

  it("puts names before folders, and what was open lately first", () => {
    assert.deepEqual(
      rank(files, "tour", [])
        .map(({ path }) => path)
        .slice(0, 2),
      ["Tour.java", "src/tour.jsh"],
    );
    assert.equal(rank(files, "", ["deep/down/other.jsh"])[0]?.path, "deep/down/other.jsh");
  });
});
