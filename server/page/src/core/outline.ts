import type { BlockInfo } from "../protocol/protocol.js";
import { blocksInOrder, type DocumentModel } from "./model.js";

export interface Heading {
  readonly block: string;
  readonly level: number;
  readonly text: string;
  /** Its place among the headings of its block. */
  readonly place: number;
}

/** What was found in a prose: a document is painted many times, and its prose seldom another. */
const found = new WeakMap<BlockInfo, readonly Heading[]>();

/** Returns the headings of a document's prose. */
export function outlineOf(model: DocumentModel): Heading[] {
  return blocksInOrder(model).flatMap(({ info }) => headingsOf(info));
}

function headingsOf(info: BlockInfo): readonly Heading[] {
  const known = found.get(info);
  if (known !== undefined) {
    return known;
  }
  const fresh = headings(info.text ?? "").map(({ level, text }, place) => ({
    block: info.id,
    level,
    text,
    place,
  }));
  found.set(info, fresh);
  return fresh;
}

function headings(markdown: string): { level: number; text: string }[] {
  const found: { level: number; text: string }[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined) {
      fence = fence === null ? mark.slice(0, 3) : mark.startsWith(fence) ? null : fence;
    }
    const heading = fence === null ? /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line) : null;
    if (heading?.[1] !== undefined && heading[2]) {
      found.push({ level: heading[1].length, text: heading[2].replace(/[`*_]/g, "") });
    }
  }
  return found;
}
