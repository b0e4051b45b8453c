import { emptyDocument, reduce } from "@page/core/reduce.js";
import { expect, test } from "vitest";
import { received } from "../../src/core/live.js";
import { documentOf, outputsOf } from "../../src/core/mirror.js";
import { info, result, started, twoBlocks, URI, value } from "./support.js";

/** What a view shows that is told all there is, late. */
function late(live: ReturnType<typeof twoBlocks>): unknown {
  const all = reduce(emptyDocument(URI), {
    method: "colight/document",
    params: documentOf(live.model),
  });
  const model = outputsOf(live.model).reduce(
    (before, params) => reduce(before, { method: "colight/blockOutput", params }),
    all,
  );
  return [...model.blocks.values()].map(({ info: told, shown, result: last, stream }) => ({
    told,
    shown,
    status: last?.status,
    error: last?.error,
    stream: stream?.log.toArray(),
  }));
}

function early(live: ReturnType<typeof twoBlocks>): unknown {
  return [...live.model.blocks.values()].map(({ info: told, shown, result: last, stream }) => ({
    told,
    shown,
    status: last?.status,
    error: last?.error,
    stream: stream?.log.toArray(),
  }));
}

const broken = info("b", 3, 3, { key: "", source: "broken" });
const error = { message: "does not compile", trace: [] };
const printed = { kind: "stdout" as const, line: 0, mime: { "text/plain": "hello" } };

test.each([
  ["has run", twoBlocks()],
  [
    "is queued",
    received(twoBlocks(), started(2, 2, [info("b", 3, 3, { state: "queued", source: "new" })])),
  ],
  [
    "is broken, and shows what it showed before",
    [
      started(2, 2, [{ ...broken, state: "queued" as const }]),
      result(2, 2, broken, [], { status: "invalid", error }),
    ].reduce(received, twoBlocks()),
  ],
  [
    "has printed something, and runs on",
    [
      started(2, 2, [info("b", 3, 3, { state: "running" })]),
      {
        method: "colight/blockOutput" as const,
        params: { uri: URI, run: 2, block: "b", output: printed, sequence: 0 },
      },
    ].reduce(received, twoBlocks()),
  ],
  [
    "has thrown",
    received(
      twoBlocks(),
      result(1, 1, info("b", 3, 3), [value(0, "1")], { status: "error", error }),
    ),
  ],
])("who comes late sees a block that %s as who was there", (_, live) => {
  expect(late(live)).toEqual(early(live));
});
