import { blocksInOrder, runningBlock } from "@page/core/model.js";
import type { ServerPhase } from "./lifecycle.js";
import { extentOf, type LiveDocument } from "./live.js";
import { noticeOf } from "./notice.js";

/** What can be done with a block or the document, over the block's first line. */
export interface Lens {
  readonly line: number;
  readonly title: string;
  readonly command: string;
  readonly parameters: readonly string[];
}

const NOTHING_RUNS: Partial<Record<ServerPhase["phase"], string>> = {
  untrusted: "$(workspace-untrusted) Nothing runs: this workspace is not trusted",
  noJdk: "$(error) Nothing runs: there is no JDK",
  stopped: "$(error) Nothing runs: the server has ended",
};

/** Returns what is over the first line of a document where nothing can run, and leads to a way out. */
export function lensesWithoutServer(phase: ServerPhase): Lens[] {
  const title = NOTHING_RUNS[phase.phase];
  const { action } = noticeOf(phase);
  return title === undefined || action === null
    ? []
    : [{ line: 0, title: `${title}. ${action.label}`, command: action.command, parameters: [] }];
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
    } else if (info.state === "held") {
      add("$(debug-pause) Held: Run", "runBlock", info.id);
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
