import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { tokenize } from "../../src/lang/java.js";
import { Random } from "../core/messages.js";

/** What is coloured, as `kind text`. */
function coloured(source: string): string[] {
  return tokenize(source)
    .filter(({ kind }) => kind !== "plain")
    .map(({ kind, text }) => `${kind} ${text}`);
}

describe("the colours of Java", () => {
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ["int x = 0x1F_FL;", ["keyword int", "number 0x1F_FL"]],
    ["var v = 1.5e-3;", ["keyword var", "number 1.5e-3"]],
    ["var = 1", ["number 1"]],
    ["record P(int x) {}", ["keyword record", "type P", "keyword int"]],
    ["record.add(1)", ["function add", "number 1"]],
    ["yield value;", ["keyword yield"]],
    ["non-sealed class A {}", ["keyword non-sealed", "keyword class", "type A"]],
    ["@Override void f() {}", ["annotation @Override", "keyword void", "function f"]],
    ["@interface A {}", ["keyword @interface", "type A"]],
    ["MAX_VALUE + Größe", ["type Größe"]],
    ["\"a \\\" b\" + '\\''", ['string "a \\" b"', "string '\\''"]],
    ['"open', ['string "open']],
    [
      '"""\n  a "quoted" \\""" b\n  """ + 1',
      ['string """\n  a "quoted" \\""" b\n  """', "number 1"],
    ],
    ["a // b\n/* c", ["comment // b", "comment /* c"]],
    ["list.stream()", ["function stream"]],
    ["new ArrayList<String>()", ["keyword new", "type ArrayList", "type String"]],
  ];

  for (const [source, expected] of CASES) {
    it(`of ${JSON.stringify(source)}`, () => assert.deepEqual(coloured(source), expected));
  }

  it("leave the text as it is, cut and mixed up too", () => {
    const whole = readFileSync("../../examples/tour.jsh", "utf8");
    const random = new Random(7);
    for (let i = 0; i < 200; i++) {
      const a = random.below(whole.length);
      const source =
        whole.slice(a, a + random.below(400)) +
        whole.slice(random.below(whole.length)).slice(0, 50);
      assert.equal(
        tokenize(source)
          .map(({ text }) => text)
          .join(""),
        source,
      );
    }
  });
});
