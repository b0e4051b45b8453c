import type { LiveDocument } from "./live.js";
import type { ScrollPlace } from "./messages.js";

/** Returns the place in the live view that belongs to a line of the text, which may be a fraction. */
export function placeOfLine(live: LiveDocument, line: number): ScrollPlace | null {
  let best: { readonly id: string; readonly first: number; readonly last: number } | null = null;
  for (const id of live.model.order) {
    const lines = live.placements.get(id)?.lines;
    const first = lines?.[0];
    const last = lines?.[lines.length - 1];
    if (first === undefined || last === undefined) {
      continue;
    }
    if (best !== null && first > line) {
      break;
    }
    best = { id, first, last };
  }
  if (best === null) {
    return null;
  }
  const fraction = (line - best.first) / (best.last - best.first + 1);
  return { block: best.id, fraction: Math.max(0, Math.min(1, fraction)) };
}

/** Returns the line of the text that belongs to a place in the live view, or null. */
export function lineOfPlace(live: LiveDocument, { block, fraction }: ScrollPlace): number | null {
  const lines = live.placements.get(block)?.lines;
  const first = lines?.[0];
  const last = lines?.[lines.length - 1];
  if (first === undefined || last === undefined) {
    return null;
  }
  return Math.round(first + Math.max(0, Math.min(1, fraction)) * (last - first + 1));
}
