import type {
  BlockInfo,
  BlockResultParams,
  DocumentResult,
  Output,
} from "../src/protocol/protocol.js";

export const URI = "file:///work/tour.jsh";

/** Makes a block of code, as the server tells of it. */
export function code(id: string, source: string, more: Partial<BlockInfo> = {}): BlockInfo {
  return {
    id,
    key: `k:${source}`,
    index: 0,
    kind: "code",
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: source.length } },
    state: "fresh",
    provides: [],
    requires: [],
    source,
    ...more,
  };
}

/** Makes a block of prose. */
export function prose(id: string, text: string, more: Partial<BlockInfo> = {}): BlockInfo {
  const { source: _, ...info } = code(id, text, { key: "", kind: "prose", text, ...more });
  return info;
}

/** Makes a value with its text. */
export function value(text: string, more: Partial<Output> = {}): Output {
  return { kind: "value", line: 0, mime: { "text/plain": text }, ...more };
}

/** Makes what was printed. */
export function stdout(text: string): Output {
  return { kind: "stdout", line: 0, mime: { "text/plain": text } };
}

/** Makes the result of a block. */
export function result(
  block: BlockInfo,
  outputs: Output[],
  more: Partial<BlockResultParams> = {},
): BlockResultParams {
  return {
    uri: URI,
    version: 1,
    run: 1,
    block,
    status: "ok",
    cached: false,
    outputs,
    durationMs: 1,
    ...more,
  };
}

/** Makes a document of blocks that have results. */
export function documentOf(...results: BlockResultParams[]): DocumentResult {
  const blocks = results.map(({ block }, index) => ({ ...block, index }));
  return {
    uri: URI,
    version: 1,
    run: 1,
    blocks,
    results: results
      .map((one, index) => ({ ...one, block: { ...one.block, index } }))
      .filter((one) => one.block.kind === "code"),
  };
}
