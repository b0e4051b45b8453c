import type {
  BlockInfo,
  BlockOutputParams,
  BlockResultParams,
  DocumentResult,
  RunEndParams,
  RunStartParams,
  StatusParams,
} from "../protocol/protocol.js";
import { Blocks } from "./blocks.js";
import type { Block, DocumentModel, Result, Shown } from "./model.js";
import { OutputLog, sameJson, settle } from "./outputs.js";

/** What the server says of a document. */
export type Message =
  | { readonly method: "colight/document"; readonly params: DocumentResult }
  | { readonly method: "colight/runStart"; readonly params: RunStartParams }
  | { readonly method: "colight/blockResult"; readonly params: BlockResultParams }
  | { readonly method: "colight/blockOutput"; readonly params: BlockOutputParams }
  | { readonly method: "colight/runEnd"; readonly params: RunEndParams }
  | { readonly method: "colight/status"; readonly params: StatusParams };

/** Returns a document of which nothing is known yet. */
export function emptyDocument(uri: string): DocumentModel {
  return {
    uri,
    version: -1,
    run: -1,
    running: null,
    order: [],
    blocks: Blocks.NONE,
    end: null,
    server: { state: "idle", message: undefined, block: undefined },
    edited: null,
  };
}

/** Returns the document after a message. One that says nothing new leaves the same object. */
export function reduce(model: DocumentModel, message: Message): DocumentModel {
  const about = message.params.uri;
  if (about !== model.uri && !(message.method === "colight/status" && about === undefined)) {
    return model;
  }
  switch (message.method) {
    case "colight/document":
      return everything(model, message.params);
    case "colight/runStart":
      return runStart(model, message.params);
    case "colight/blockResult":
      return blockResult(model, message.params);
    case "colight/blockOutput":
      return blockOutput(model, message.params);
    case "colight/runEnd":
      return message.params.run < model.run
        ? model
        : { ...model, run: message.params.run, running: null, end: message.params };
    case "colight/status":
      return {
        ...model,
        server: {
          state: message.params.state,
          message: message.params.message,
          block: message.params.block,
        },
      };
  }
}

/**
 * Takes all that the server knows in place of what was known: after a lost connection, run numbers
 * and ids may be another server's. What is equal stays the same object, so that it is not painted
 * again.
 */
function everything(model: DocumentModel, all: DocumentResult): DocumentModel {
  // Of a block that is broken there are two: what it showed before, and what became of it then.
  const results = new Map<string, BlockResultParams[]>();
  for (const result of all.results) {
    results.set(result.block.id, [...(results.get(result.block.id) ?? []), result]);
  }
  const blocks: [string, Block][] = [];
  for (const info of all.blocks) {
    let fresh: Block = { info, result: null, shown: null, stream: null };
    for (const result of results.get(info.id) ?? []) {
      fresh = {
        ...fresh,
        result: resultAfter(fresh, result),
        shown: shownAfter(fresh, result),
      };
    }
    const known = model.blocks.get(info.id);
    blocks.push([info.id, known !== undefined && sameJson(known, fresh) ? known : fresh]);
  }
  const waits = all.blocks.some(({ state }) => state === "queued" || state === "running");
  return {
    ...emptyDocument(all.uri),
    version: all.version,
    run: all.run,
    running: waits ? { run: all.run, reason: "open" } : null,
    order: all.blocks.map((info) => info.id),
    blocks: Blocks.of(blocks),
    end: all.run < model.run ? null : model.end,
    server: {
      state: waits ? "running" : "idle",
      message: undefined,
      block: all.blocks.find(({ state }) => state === "running")?.id,
    },
  };
}

function runStart(model: DocumentModel, start: RunStartParams): DocumentModel {
  if (start.run < model.run) {
    return model;
  }
  const told = new Map<string, Block>();
  let edited: string | null = null;
  for (const info of start.blocks) {
    const known = model.blocks.get(info.id);
    if (start.reason === "edit" && edited === null && !sameText(known?.info, info)) {
      edited = info.id;
    }
    told.set(info.id, {
      info,
      result: known?.result ?? null,
      shown: known?.shown ?? null,
      stream: known?.stream ?? null,
    });
  }
  const blocks = model.blocks.changed(told, start.removed);
  const order = orderAfter(model, start, blocks);
  return {
    ...model,
    version: start.version,
    run: start.run,
    running: { run: start.run, reason: start.reason },
    order,
    blocks: blocks.size === order.length ? blocks : only(order, blocks),
    edited: edited === null ? model.edited : { block: edited, run: start.run },
  };
}

/** Returns blocks without those that the order does not name: they are gone, if nobody said so. */
function only(order: readonly string[], blocks: Blocks<Block>): Blocks<Block> {
  const all = new Set(order);
  return blocks.changed(
    [],
    [...blocks.keys()].filter((id) => !all.has(id)),
  );
}

/** Returns the order of the blocks. */
function orderAfter(
  model: DocumentModel,
  start: RunStartParams,
  blocks: Blocks<Block>,
): readonly string[] {
  if (start.order !== undefined) {
    return [...new Set(start.order)].filter((id) => blocks.has(id));
  }
  const order =
    start.removed.length === 0 ? model.order : model.order.filter((id) => blocks.has(id));
  const added = start.blocks.filter((info) => !model.blocks.has(info.id));
  if (added.length === 0) {
    return order;
  }
  // The contract promises an order here; a block is shown at its index all the same.
  const places = [...order];
  added.forEach((info) => places.splice(info.index, 0, info.id));
  return places;
}

function blockResult(model: DocumentModel, message: BlockResultParams): DocumentModel {
  const known = model.blocks.get(message.block.id);
  if (known === undefined || (known.result !== null && message.run < known.result.run)) {
    return model;
  }
  const superseded = message.run < model.run;
  if (superseded && !sameText(known.info, message.block)) {
    return model;
  }
  // What a superseded run says of the block itself is older than what is known.
  const info = superseded ? known.info : message.block;
  const block: Block = {
    info: sameJson(info, known.info) ? known.info : info,
    result: resultAfter(known, message),
    shown: shownAfter(known, message),
    stream: null,
  };
  return { ...withBlock(model, block), run: Math.max(model.run, message.run) };
}

function resultAfter(known: Block, message: BlockResultParams): Result | null {
  return message.status === "unchanged"
    ? known.result && { ...known.result, run: message.run, cached: true }
    : resultOf(message);
}

/**
 * Returns what is shown after a result. An attempt that came to nothing (text that does not
 * compile, something missing) leaves what was there, which is then outdated.
 */
function shownAfter(known: Block, message: BlockResultParams): Shown | null {
  const { status, block } = message;
  if (status === "unchanged") {
    return known.shown && { ...known.shown, key: block.key, source: block.source, outdated: false };
  }
  const ran = status === "ok" || status === "error" || message.outputs.length > 0;
  if (!ran && known.shown !== null) {
    return { ...known.shown, outdated: known.shown.outputs.length > 0 };
  }
  const shown = shownBy(message);
  return known.shown !== null && sameJson(known.shown.outputs, shown.outputs)
    ? { ...shown, outputs: known.shown.outputs }
    : shown;
}

function resultOf(message: BlockResultParams): Result {
  return {
    run: message.run,
    status: message.status,
    cached: message.cached,
    durationMs: message.durationMs,
    error: message.error,
  };
}

function shownBy(message: BlockResultParams): Shown {
  return {
    outputs: settle(message.outputs),
    key: message.block.key,
    source: message.block.source,
    outdated: false,
  };
}

function blockOutput(model: DocumentModel, message: BlockOutputParams): DocumentModel {
  const known = model.blocks.get(message.block);
  if (known === undefined || message.run < model.run) {
    return model;
  }
  const { stream } = known;
  const begins = message.sequence === 0 || stream === null;
  if (!begins && message.run === stream.run && message.sequence <= stream.sequence) {
    return model;
  }
  const log = begins ? OutputLog.EMPTY : stream.log;
  return withBlock(model, {
    ...known,
    stream: { run: message.run, sequence: message.sequence, log: log.with(message.output) },
  });
}

function withBlock(model: DocumentModel, block: Block): DocumentModel {
  return { ...model, blocks: model.blocks.with(block.info.id, block) };
}

function sameText(a: BlockInfo | undefined, b: BlockInfo): boolean {
  return a !== undefined && a.source === b.source && a.text === b.text;
}
