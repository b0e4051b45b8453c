import { type Extent, extentOf, type LiveDocument } from "./live.js";
import type { ScrollPlace } from "./messages.js";

/** Returns the place in the live view that belongs to a line of the text, which may be a fraction. */
export function placeOfLine(live: LiveDocument, line: number): ScrollPlace | null {
  let best: (Extent & { readonly id: string }) | null = null;
  for (const id of live.model.order) {
    const extent = extentOf(live.placements.get(id));
    if (extent !== null && best !== null && extent.first > line) {
      break;
    }
    best = extent === null ? best : { id, ...extent };
  }
  if (best === null) {
    return null;
  }
  const fraction = (line - best.first) / (best.last - best.first + 1);
  return { block: best.id, fraction: Math.max(0, Math.min(1, fraction)) };
}

/** Returns the line of the text that belongs to a place in the live view, or null. */
export function lineOfPlace(live: LiveDocument, { block, fraction }: ScrollPlace): number | null {
  const extent = extentOf(live.placements.get(block));
  if (extent === null) {
    return null;
  }
  const height = extent.last - extent.first + 1;
  return Math.round(extent.first + Math.max(0, Math.min(1, fraction)) * height);
}
