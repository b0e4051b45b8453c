import type {
  BlockError,
  BlockInfo,
  Output,
  ResultStatus,
  RunEndParams,
  RunReason,
  ServerState,
} from "../protocol/protocol.js";
import type { Blocks } from "./blocks.js";
import type { OutputLog } from "./outputs.js";

/** How the last run of a block ended. */
export interface Result {
  readonly run: number;
  readonly status: ResultStatus;
  readonly cached: boolean;
  readonly durationMs: number;
  readonly error: BlockError | undefined;
}

/**
 * The outputs that are shown for a block, and what they were made from: a block that is being
 * typed keeps them while its text has moved on.
 */
export interface Shown {
  readonly outputs: readonly Output[];
  readonly key: string;
  readonly source: string | undefined;
  /** Whether a later attempt came to nothing, so that these are of an attempt before the last. */
  readonly outdated: boolean;
}

/** What a block has shown so far in a run that has not ended. */
export interface Stream {
  readonly run: number;
  readonly sequence: number;
  readonly log: OutputLog;
}

/** A block as the page knows it. A block that did not change is the same object. */
export interface Block {
  readonly info: BlockInfo;
  readonly result: Result | null;
  readonly shown: Shown | null;
  readonly stream: Stream | null;
}

/** A document as the page knows it: a value, made from another by `reduce`. */
export interface DocumentModel {
  readonly uri: string;
  readonly version: number;
  readonly run: number;
  /** The run that is under way. */
  readonly running: { readonly run: number; readonly reason: RunReason } | null;
  readonly order: readonly string[];
  readonly blocks: Blocks<Block>;
  readonly end: RunEndParams | null;
  readonly server: {
    readonly state: ServerState;
    readonly message: string | undefined;
    /** The block that was last said to run. */
    readonly block: string | undefined;
  };
  /** The block that was last edited, and in which run. */
  readonly edited: { readonly block: string; readonly run: number } | null;
}

/** What is to be said of a block at a glance. */
export type Mark = "fresh" | "stale" | "queued" | "running" | "held" | "failed" | "blocked" | "new";

/** Tells whether the outputs of a block are not known to be those of its present text. */
export function isStale(block: Block): boolean {
  const { info, shown } = block;
  if (shown === null) {
    return false;
  }
  if (shown.outdated || info.state === "stale") {
    return true;
  }
  const sameKey = info.key !== "" && info.key === shown.key;
  return !sameKey && info.source !== shown.source;
}

/** Returns what is to be said of a block. */
export function markOf(block: Block, runningId: string | null): Mark {
  const { info, result } = block;
  if (info.id === runningId) {
    return "running";
  }
  if (info.state === "queued" || info.state === "running") {
    return "queued";
  }
  if (info.state === "held" || result?.status === "held") {
    return "held";
  }
  switch (result?.status) {
    case "error":
    case "invalid":
    case "timeout":
      return "failed";
    case "blocked":
      return "blocked";
    case undefined:
      return "new";
    default:
      return isStale(block) || result?.status === "cancelled" ? "stale" : "fresh";
  }
}

/** Returns the block that is running. */
export function runningBlock(model: DocumentModel): string | null {
  const info = model.blocks.get(model.server.block ?? "")?.info;
  const waits = info?.state === "queued" || info?.state === "running";
  return waits && model.running !== null ? info.id : null;
}

/** Returns the blocks in the order of the document. */
export function blocksInOrder(model: DocumentModel): Block[] {
  return model.order.flatMap((id) => model.blocks.get(id) ?? []);
}
