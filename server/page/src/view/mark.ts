import type { Block, Mark } from "../core/model.js";
import { duration, h } from "./dom.js";

export interface MarkActions {
  run(): void;
  cancel(): void;
}

/** What a mark says; fresh blocks say nothing. */
const WORDS: Readonly<Record<Mark, string>> = {
  fresh: "",
  new: "",
  stale: "stale",
  queued: "queued",
  running: "running",
  held: "held",
  failed: "failed",
  blocked: "blocked",
};

/** Shows a block's state beside it, with what can be done about it. */
export function markView(mark: Mark, block: Block, actions: MarkActions | null): HTMLElement[] {
  const word = h("span.mark-word", {}, wordOf(mark, block));
  if (mark === "running" && actions !== null) {
    return [
      h("span.mark-dot"),
      elapsed(),
      h(
        "button.mark-action",
        { type: "button", title: "Stop", click: () => actions.cancel() },
        "stop",
      ),
    ];
  }
  if (mark === "held" && actions !== null) {
    const why = block.result?.error?.message;
    const title = why === undefined ? "Run it" : `Run it: ${why}`;
    return [
      h("span.mark-dot"),
      word,
      h("button.mark-action", { type: "button", title, click: () => actions.run() }, "run"),
    ];
  }
  return WORDS[mark] === "" ? [] : [h("span.mark-dot"), word];
}

function wordOf(mark: Mark, block: Block): string {
  switch (block.result?.status) {
    case "timeout":
      return mark === "failed" ? "timed out" : WORDS[mark];
    case "cancelled":
      return mark === "stale" ? "stopped" : WORDS[mark];
    default:
      return WORDS[mark];
  }
}

/** Counts the time for as long as it is on the screen. */
function elapsed(): HTMLElement {
  const word = h("span.mark-word.elapsed", { "aria-label": "running" });
  const start = performance.now();
  const tick = setInterval(() => {
    if (!word.isConnected) {
      clearInterval(tick);
      return;
    }
    word.textContent = duration(performance.now() - start);
  }, 100);
  return word;
}
