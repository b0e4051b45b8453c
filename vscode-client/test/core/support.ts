import type { Message } from "@page/core/reduce.js";
import type {
  BlockInfo,
  BlockResultParams,
  Output,
  RunEndParams,
  RunStartParams,
} from "@page/protocol/protocol.js";
import { type LiveDocument, newDocument, received } from "../../src/core/live.js";

export const URI = "file:///a.jsh";

export function info(
  id: string,
  first: number,
  last: number,
  more: Partial<BlockInfo> = {},
): BlockInfo {
  return {
    id,
    key: `key ${id}`,
    index: first,
    kind: "code",
    range: { start: { line: first, character: 0 }, end: { line: last, character: 5 } },
    state: "fresh",
    provides: [],
    requires: [],
    source: `source of ${id}`,
    ...more,
  };
}

export function value(line: number, text: string, more: Partial<Output> = {}): Output {
  return { kind: "value", line, mime: { "text/plain": text }, ...more };
}

export function started(
  version: number,
  run: number,
  blocks: BlockInfo[],
  more: Partial<RunStartParams> = {},
): Message {
  return {
    method: "colight/runStart",
    params: { uri: URI, version, run, reason: "edit", blocks, removed: [], ...more },
  };
}

export function result(
  version: number,
  run: number,
  block: BlockInfo,
  outputs: Output[],
  more: Partial<BlockResultParams> = {},
): Message {
  return {
    method: "colight/blockResult",
    params: {
      uri: URI,
      version,
      run,
      block,
      status: "ok",
      cached: false,
      outputs,
      durationMs: 1,
      ...more,
    },
  };
}

export function ended(version: number, run: number, more: Partial<RunEndParams> = {}): Message {
  return {
    method: "colight/runEnd",
    params: {
      uri: URI,
      version,
      run,
      status: "done",
      executed: 1,
      cached: 0,
      failed: 0,
      durationMs: 12,
      ...more,
    },
  };
}

/** A document of two blocks, of lines 0 to 1 and 3 to 3, that has run. */
export function twoBlocks(): LiveDocument {
  const a = info("a", 0, 1);
  const b = info("b", 3, 3);
  return [
    started(
      1,
      1,
      [a, b].map((block) => ({ ...block, state: "queued" as const })),
      { order: ["a", "b"] },
    ),
    result(1, 1, a, [value(0, "1"), value(1, "2")]),
    result(1, 1, b, [value(0, "3")]),
    ended(1, 1),
  ].reduce(received, newDocument(URI));
}
