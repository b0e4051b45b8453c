import type { Connection } from "../connection/session.js";
import type { DocumentModel } from "../core/model.js";
import { markOf, runningBlock } from "../core/model.js";
import { count, duration, h, setAttribute } from "./dom.js";

/** Counts and times at the foot of the page. */
export class StatusLine {
  readonly element: HTMLElement;
  private readonly state = h("span.state");
  private readonly blocks = h("span");
  private readonly run = h("span.run");
  private readonly problems = h("button.problems", { type: "button", hidden: true });
  private readonly spoken = h("div.visually-hidden", { role: "status", "aria-live": "polite" });

  constructor(goToProblem: () => void) {
    this.problems.addEventListener("click", goToProblem);
    this.element = h(
      "footer.statusline",
      {},
      this.state,
      this.blocks,
      this.problems,
      h("span.spring"),
      this.run,
      this.spoken,
    );
  }

  paint(model: DocumentModel | null, connection: Connection | "none"): void {
    const opening = model !== null && model.version < 0;
    const server = opening ? "opening" : (model?.server.state ?? "idle");
    const state = connection === "open" || connection === "none" ? server : connection;
    setAttribute(this.state, "data-state", state);
    setText(this.state, stateText(state, connection, model?.server.message));
    if (model === null) {
      setText(this.blocks, "");
      setText(this.run, "");
      this.problems.hidden = true;
      return;
    }
    const { code, failed } = tally(model);
    setText(this.blocks, `${count(code)} ${code === 1 ? "block" : "blocks"}`);
    this.problems.hidden = failed === 0;
    setText(this.problems, `${count(failed)} failed`);
    setText(this.run, runText(model));
    if (model.running === null && model.end !== null) {
      setText(
        this.spoken,
        `Run finished: ${runText(model)}${failed > 0 ? `, ${failed} failed` : ""}`,
      );
    }
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

const STATES: Readonly<Record<string, string>> = {
  idle: "ready",
  starting: "starting Java",
  resolving: "resolving dependencies",
  running: "running",
  untrusted: "not trusted",
  failed: "Java stopped",
  opening: "opening",
  connecting: "connecting",
  lost: "not connected",
};

function stateText(
  state: string,
  connection: Connection | "none",
  message: string | undefined,
): string {
  const text = connection === "none" ? "exported" : (STATES[state] ?? state);
  return message === undefined || connection !== "open" ? text : `${text}: ${message}`;
}

function tally(model: DocumentModel): { code: number; failed: number } {
  const running = runningBlock(model);
  let code = 0;
  let failed = 0;
  for (const block of model.blocks.values()) {
    if (block.info.kind === "code") {
      code++;
      const mark = markOf(block, running);
      failed += mark === "failed" || mark === "blocked" ? 1 : 0;
    }
  }
  return { code, failed };
}

function runText(model: DocumentModel): string {
  const { end } = model;
  if (end === null) {
    return "";
  }
  const ended = end.status === "done" ? "" : `${end.status} · `;
  return `${ended}${count(end.executed)} ran · ${count(end.cached)} cached · ${duration(end.durationMs)}`;
}
