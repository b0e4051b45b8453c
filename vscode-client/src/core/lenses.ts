import { blocksInOrder, runningBlock } from "@page/core/model.js";
import { extentOf, type LiveDocument } from "./live.js";

/** What can be done with a block or the document, over the block's first line. */
export interface Lens {
  readonly line: number;
  readonly title: string;
  readonly command: string;
  readonly parameters: readonly string[];
}

/** Returns the lenses of all code blocks. */
export function lensesOf(live: LiveDocument): Lens[] {
  const { uri } = live.model;
  const running = runningBlock(live.model);
  const lenses: Lens[] = [];
  for (const { info } of blocksInOrder(live.model)) {
    const line = extentOf(live.placements.get(info.id))?.first;
    if (info.kind !== "code" || line === undefined || isEndOfBody(info.source)) {
      continue;
    }
    const add = (title: string, command: string, ...parameters: string[]): void => {
      lenses.push({ line, title, command: `colight.${command}`, parameters: [uri, ...parameters] });
    };
    const first = lenses.length === 0;
    if (first) {
      add("$(open-preview) Live View", "openLiveView");
      add("$(run-all) Run All", "run");
      add("$(verified) Verify", "verify");
    }
    if (info.id === running) {
      add("$(debug-stop) Cancel", "cancel");
    } else {
      add("$(play) Run", "runBlock", info.id);
    }
    if (!first) {
      add("Run up to Here", "runAbove", info.id);
    }
  }
  return lenses;
}

/** Tells whether a block is but the end of the `main` of a program. */
function isEndOfBody(source: string | undefined): boolean {
  return source !== undefined && /^[\s}]*$/.test(source);
}
