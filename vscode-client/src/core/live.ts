import { type Block, type DocumentModel, isStale } from "@page/core/model.js";
import { emptyDocument, type Message, reduce } from "@page/core/reduce.js";
import type { BlockInfo } from "@page/protocol/protocol.js";
import { type Edit, GONE, mapLine, touches, type VersionEdits } from "./edits.js";

/** Where a block stands in the text that the editor shows now. */
export interface Placement {
  /** For each line of the block when it was last told of, the line where that stands now. */
  readonly lines: readonly number[];
  /** The same for the text that made what is shown of the block, which may be an older one. */
  readonly shown: readonly number[];
  /** The version whose edit changed the block and which the server has not answered, or null. */
  readonly touched: number | null;
}

/**
 * A document as the editor shows it: what the server has told, and what has been typed since.
 * A value, made from another by `edited` and `received`.
 */
export interface LiveDocument {
  readonly model: DocumentModel;
  readonly placements: ReadonlyMap<string, Placement>;
  /** The version of which the server has told last. */
  readonly told: number;
  /** The edits that the server has not answered yet. */
  readonly pending: readonly VersionEdits[];
  /** Whether the server is gone that told all this. */
  readonly orphaned: boolean;
}

/** The first and the last line of a block. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** Returns where a block begins and ends in the text as it is now; null where it is gone. */
export function extentOf(placement: Placement | undefined): Extent | null {
  const left = placement?.lines.filter((line) => line !== GONE) ?? [];
  const first = left[0];
  const last = left[left.length - 1];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Returns a document of which nothing is known yet but what was typed in it lately. */
export function newDocument(uri: string, pending: readonly VersionEdits[] = []): LiveDocument {
  return {
    model: emptyDocument(uri),
    placements: new Map(),
    told: -1,
    pending,
    orphaned: false,
  };
}

/** Returns the document after what somebody typed, which led to a version. */
export function edited(live: LiveDocument, version: number, edits: readonly Edit[]): LiveDocument {
  const placements = new Map<string, Placement>();
  for (const [id, placement] of live.placements) {
    placements.set(id, placementAfter(placement, version, edits));
  }
  return { ...live, placements, pending: [...live.pending, { version, edits }] };
}

/** Returns the document after something that the server said. */
export function received(live: LiveDocument, message: Message): LiveDocument {
  if (live.orphaned || isOpenedAnew(live, message)) {
    // Another server counts its runs and names its blocks anew, and so does one for each opening.
    return received(newDocument(live.model.uri, live.pending), message);
  }
  const model = reduce(live.model, message);
  if (model === live.model) {
    return live;
  }
  const version = versionOf(message);
  if (version === null || (version < live.told && message.method !== "colight/document")) {
    // What is said of an older text moves nothing in this one.
    return { ...live, model };
  }
  const pending = live.pending.filter((edits) => edits.version > version);
  const placements = placementsOf(live, model, message, pending, version);
  return { model, placements, told: version, pending, orphaned: false };
}

/** Tells whether a message begins the first run of a document, of which later ones are known. */
function isOpenedAnew({ model }: LiveDocument, { method, params }: Message): boolean {
  return method === "colight/runStart" && params.reason === "open" && params.run < model.run;
}

/** Returns the document after its server has gone: what was known is shown as something of the past. */
export function orphan(live: LiveDocument): LiveDocument {
  return { ...live, model: { ...live.model, running: null }, orphaned: true };
}

/** Tells whether what is shown of a block may be of another text than the editor has. */
export function isDimmed(live: LiveDocument, id: string): boolean {
  const block = live.model.blocks.get(id);
  if (block === undefined) {
    return true;
  }
  const { state } = block.info;
  const touched = live.placements.get(id)?.touched ?? null;
  return (
    live.orphaned || touched !== null || state === "queued" || state === "running" || isStale(block)
  );
}

function versionOf(message: Message): number | null {
  return "version" in message.params ? message.params.version : null;
}

function placementsOf(
  live: LiveDocument,
  model: DocumentModel,
  message: Message,
  pending: readonly VersionEdits[],
  version: number,
): Map<string, Placement> {
  const placements = new Map<string, Placement>();
  const told = new Map(infosOf(message).map((info) => [info.id, info]));
  // Only the start and the end of a run are about the whole document.
  const answers = message.method !== "colight/blockResult";
  for (const [id, block] of model.blocks) {
    const info = told.get(id);
    const known = live.placements.get(id);
    if (info !== undefined || known === undefined) {
      const placement = placed(info ?? block.info, pending);
      const kept = known !== undefined && keepsShown(live, block, message);
      placements.set(id, kept ? { ...placement, shown: known.shown } : placement);
    } else if (answers && known.touched !== null && known.touched <= version) {
      placements.set(id, { ...known, touched: null });
    } else {
      placements.set(id, known);
    }
  }
  return placements;
}

/** Tells whether a message leaves what is shown of a block, and with it the lines of its text. */
function keepsShown(live: LiveDocument, block: Block, message: Message): boolean {
  if (message.method === "colight/blockResult") {
    return block.shown?.outdated === true;
  }
  return live.model.blocks.get(block.info.id)?.shown === block.shown;
}

function infosOf(message: Message): readonly BlockInfo[] {
  switch (message.method) {
    case "colight/document":
    case "colight/runStart":
      return message.params.blocks;
    case "colight/blockResult":
      return [message.params.block];
    default:
      return [];
  }
}

/** Places a block that was told of, through the edits that the server did not know. */
function placed(info: BlockInfo, pending: readonly VersionEdits[]): Placement {
  const { start, end } = info.range;
  // A range that ends at the start of a line has nothing of that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const lines = Array.from({ length: last - start.line + 1 }, (_, i) => start.line + i);
  return pending.reduce<Placement>(
    (placement, { version, edits }) => placementAfter(placement, version, edits),
    { lines, shown: lines, touched: null },
  );
}

function placementAfter(placement: Placement, version: number, edits: readonly Edit[]): Placement {
  return edits.reduce((before, edit) => {
    const extent = extentOf(before);
    const touched =
      extent !== null && touches(edit, extent.first, extent.last) ? version : before.touched;
    const lines = moved(before.lines, edit);
    const shown = before.shown === before.lines ? lines : moved(before.shown, edit);
    const same = lines === before.lines && shown === before.shown && touched === before.touched;
    return same ? before : { lines, shown, touched };
  }, placement);
}

function moved(lines: readonly number[], edit: Edit): readonly number[] {
  const after = lines.map((line) => mapLine(line, edit));
  return after.every((line, i) => line === lines[i]) ? lines : after;
}
