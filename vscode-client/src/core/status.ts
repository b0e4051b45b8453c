import { type DocumentModel, markOf, runningBlock } from "@page/core/model.js";
import type { ServerPhase } from "./lifecycle.js";
import { duration } from "./text.js";

/** What the status bar says. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly level: "normal" | "warning" | "error";
}

/** Returns what the status bar says of a document and of the server. */
export function statusOf(phase: ServerPhase, model: DocumentModel | null): StatusText {
  switch (phase.phase) {
    case "untrusted":
      return {
        text: "$(workspace-untrusted) Colight",
        tooltip: "This workspace is not trusted: nothing runs. Click to change that.",
        level: "warning",
      };
    case "noJdk":
    case "stopped":
      return { text: "$(error) Colight", tooltip: phase.message, level: "error" };
    case "idle":
    case "starting":
      return {
        text: "$(loading~spin) Colight",
        tooltip: "The server is starting.",
        level: "normal",
      };
    case "running":
      return model === null
        ? { text: "$(zap) Colight", tooltip: "Colight Live", level: "normal" }
        : ofDocument(model);
  }
}

function ofDocument(model: DocumentModel): StatusText {
  const running = runningBlock(model);
  if (model.server.state === "failed") {
    const tooltip = `The worker has ended: ${model.server.message ?? "nobody knows why"}`;
    return { text: "$(error) Colight", tooltip, level: "error" };
  }
  if (model.running !== null) {
    const where = running === null ? undefined : model.blocks.get(running)?.info.range.start.line;
    const tooltip = where === undefined ? "Running" : `Running line ${where + 1}`;
    return { text: "$(sync~spin) Colight", tooltip, level: "normal" };
  }
  const marks = [...model.blocks.values()]
    .filter(({ info }) => info.kind === "code")
    .map((block) => markOf(block, null));
  const count = (...which: string[]): number => marks.filter((m) => which.includes(m)).length;
  const failed = count("failed", "blocked");
  const stale = count("stale", "held", "new");
  const time = model.end === null ? "" : ` ${duration(model.end.durationMs)}`;
  const tooltip = [
    blocks(marks.length),
    failed > 0 ? `${failed} with errors` : null,
    stale > 0 ? `${stale} not up to date` : null,
    model.end === null
      ? null
      : `last run: ${model.end.executed} run, ${model.end.cached} known,${time}`,
  ]
    .filter((part) => part !== null)
    .join("\n");
  const icon = failed > 0 ? "$(warning)" : stale > 0 ? "$(history)" : "$(check)";
  return { text: `${icon} Colight${time}`, tooltip, level: "normal" };
}

function blocks(count: number): string {
  return count === 1 ? "1 block" : `${count} blocks`;
}
