import { extentOf, type LiveDocument } from "./live.js";

/** Returns the code block that a line belongs to, or the next one above it. */
export function blockAtLine(live: LiveDocument, line: number): string | null {
  return blocksUpToLine(live, line).at(-1) ?? null;
}

/** Returns the code blocks that begin at a line or above it, from the top. */
export function blocksUpToLine(live: LiveDocument, line: number): string[] {
  return live.model.order.filter((id) => {
    const extent = extentOf(live.placements.get(id));
    const code = live.model.blocks.get(id)?.info.kind === "code";
    return code && extent !== null && extent.first <= line;
  });
}
