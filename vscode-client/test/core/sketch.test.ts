import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sketch } from "../../src/core/sketch.js";

function plot(
  mark: string,
  x: readonly unknown[],
  y: readonly unknown[],
  more: object = {},
): string {
  return JSON.stringify({
    marks: [{ mark, data: { x, y }, options: { x: "x", y: "y" } }],
    ...more,
  });
}

describe("a plot is sketched", () => {
  test.each([
    [
      "a line",
      plot("line", [0, 1, 2], [5, 7, 6]),
      /<path d="M52\.0 194\.0L201\.0 10\.0L350\.0 102\.0"/,
    ],
    ["points", plot("dot", [0, 1], [5, 7]), /<circle cx="52\.0" cy="194\.0"/],
    ["bars from zero", plot("barY", ["a", "b"], [1, 2]), /<rect x="66\.9" y="102\.0"/],
    ["gaps", plot("line", [0, 1, 2], [5, null, 6]), /M52\.0 194\.0L350\.0 10\.0"/],
    ["times", plot("line", ["2024-01-01", "2024-03-01"], [1, 2], { times: ["x"] }), />2024-03-01</],
    ["one point", plot("dot", [1], [1]), /<circle/],
    [
      "a logarithm",
      plot("line", [1, 10, 100], [1, 2, 3], { options: { x: { type: "log" } } }),
      /L201\.0 102\.0/,
    ],
  ])("%s", (_, json, expected) => {
    expect(sketch(json)).toMatch(expected);
  });
});

describe("what a sketch would show wrongly is not sketched", () => {
  test.each([
    [
      "a count",
      JSON.stringify({
        marks: [
          { mark: "barY", data: { x: [1] }, options: { x: "x" }, transform: { kind: "binX" } },
        ],
      }),
    ],
    [
      "panels",
      JSON.stringify({
        marks: [{ mark: "dot", data: { x: [1], y: [1] }, options: { x: "x", y: "y", fx: "z" } }],
      }),
    ],
    ["another mark", plot("cell", [1], [1])],
    ["no data", plot("line", [], [])],
    ["no JSON", "{"],
    ["nothing", "null"],
  ])("%s", (_, json) => {
    expect(sketch(json)).toBeNull();
  });
});

test("no text of a document gets out of its label", () => {
  const picture = sketch(plot("barY", ['<script>"&', "b"], [1, 2])) ?? "";
  expect(picture).not.toContain("<script");
});

test("whatever the data are, a sketch holds numbers only", () => {
  const values = fc.array(fc.oneof(fc.double(), fc.constant(null), fc.integer()), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.constantFrom("line", "dot", "barY", "areaY"), values, values, (mark, x, y) => {
      expect(sketch(plot(mark, x, y)) ?? "").not.toMatch(/NaN|Infinity|undefined/);
    }),
  );
});
