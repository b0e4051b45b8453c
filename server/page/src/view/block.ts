import { type Block, isStale, type Mark } from "../core/model.js";
import { sameJson } from "../core/outputs.js";
import type { FormHost } from "../forms/form.js";
import { renderMarkdown } from "../forms/markdown.js";
import { highlight } from "../lang/java.js";
import { duration, h, setAttribute } from "./dom.js";
import { failureView } from "./failure.js";
import { markView } from "./mark.js";
import { OutputList } from "./outputs.js";

/** What a block may ask of the page around it. */
export interface BlockHost {
  readonly uri: string;
  /** Whether there is a server that runs blocks, and an editor to go to. */
  readonly live: boolean;
  hostOf(block: string): FormHost;
  run(block: string): void;
  cancel(): void;
  /** Goes to a line, counted from the block's first, in the editor. */
  revealInBlock(block: string, line: number): void;
  reveal(uri: string, line: number): void;
  /** Blocks that keep this one from running. */
  obstacles(block: Block): readonly { readonly label: string; go(): void }[];
}

/** A block that is through sooner is not shown at work: what comes in a blink would only flicker. */
const STREAM_AFTER_MS = 120;

/** A block on the screen: its code or prose, its results, and what is to be said of it. */
export class BlockView {
  readonly element: HTMLElement;
  private block: Block | null = null;
  private mark: Mark | null = null;
  private readonly source = h("div.source");
  private readonly results: OutputList;
  private readonly failure = h("div.failure-place");
  private readonly rail = h("div.rail");
  private streamSince: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private folded = false;
  private unhidden = false;

  constructor(
    readonly id: string,
    private readonly host: BlockHost,
  ) {
    this.results = new OutputList(host.hostOf(id));
    this.element = h("section.block", { id: `block-${id}`, tabindex: -1 });
    this.element.append(this.rail, this.source, this.results.element, this.failure);
    this.element.addEventListener("dblclick", (event) => this.doubleClicked(event));
    this.element.addEventListener("pointerover", (event) => this.pointAt(event.target as Element));
    this.element.addEventListener("pointerleave", () => this.pointAt(null));
  }

  /** Makes the screen show a block; what is as it was is not touched. */
  paint(block: Block, mark: Mark): void {
    const before = this.block;
    if (before === block && this.mark === mark) {
      return;
    }
    this.block = block;
    const { info } = block;
    if (before === null || before.info.source !== info.source || before.info.text !== info.text) {
      this.paintSource(block);
    }
    this.paintOutputs(block);
    if (mark !== this.mark || before?.result !== block.result) {
      this.rail.replaceChildren(...this.railParts(block, mark));
    }
    if (
      before === null ||
      !sameJson(before.result?.error, block.result?.error) ||
      mark !== this.mark
    ) {
      this.paintFailure(block, mark);
    }
    this.mark = mark;
    this.paintState(block, mark);
  }

  toggleFold(): void {
    if (this.element.classList.contains("no-code") && !this.unhidden) {
      this.unhidden = true;
    } else {
      this.folded = !this.folded;
    }
    this.paintVisibility();
  }

  /** Opens what is folded, for somebody who looks for something in it. */
  unfold(): void {
    this.folded = false;
    this.unhidden = true;
    this.paintVisibility();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.results.dispose();
    this.element.remove();
  }

  private paintSource(block: Block): void {
    const { info } = block;
    if (info.kind === "prose") {
      const prose = h("div.prose");
      prose.append(renderMarkdown(info.text ?? ""));
      this.source.replaceChildren(prose);
      return;
    }
    const code = h("code");
    code.append(highlight(info.source ?? ""));
    const lines = (info.source ?? "").split("\n").length;
    const fold = h(
      "button.fold",
      { type: "button", click: () => this.toggleFold() },
      h("span.visually-hidden", {}, "Fold the code"),
    );
    fold.dataset["lines"] = `${lines} ${lines === 1 ? "line" : "lines"}`;
    this.source.replaceChildren(fold, h("pre.code", {}, code));
  }

  private paintOutputs(block: Block): void {
    if (block.stream === null) {
      this.streamSince = null;
      clearTimeout(this.timer);
      this.results.paint(block.shown?.outputs ?? []);
      this.results.element.style.minHeight = "";
      return;
    }
    this.streamSince ??= performance.now();
    const wait = this.streamSince + STREAM_AFTER_MS - performance.now();
    clearTimeout(this.timer);
    if (wait > 0) {
      this.timer = setTimeout(() => this.block && this.paintOutputs(this.block), wait);
      return;
    }
    // What comes step by step takes the room of what was there, so that nothing below moves.
    if (this.results.element.style.minHeight === "") {
      const { height } = this.results.element.getBoundingClientRect();
      this.results.element.style.minHeight = `${height}px`;
    }
    this.results.paint(block.stream.log.toArray());
  }

  private paintFailure(block: Block, mark: Mark): void {
    const error = block.result?.error;
    if (error === undefined) {
      this.failure.replaceChildren();
      return;
    }
    if (mark === "held" || block.result?.status === "cancelled") {
      this.failure.replaceChildren(h("p.note", {}, error.message));
      return;
    }
    const causes = mark === "blocked" ? this.host.obstacles(block) : [];
    const reveal = this.host.live
      ? (uri: string, line: number): void => this.host.reveal(uri, line)
      : null;
    this.failure.replaceChildren(failureView(error, this.host.uri, { causes, reveal }));
  }

  private railParts(block: Block, mark: Mark): HTMLElement[] {
    if (block.info.kind === "prose") {
      return [];
    }
    const actions = { run: () => this.host.run(this.id), cancel: () => this.host.cancel() };
    return markView(mark, block, this.host.live ? actions : null);
  }

  private paintState(block: Block, mark: Mark): void {
    const { info, result } = block;
    const { element } = this;
    setAttribute(element, "data-kind", info.kind);
    setAttribute(element, "data-mark", info.kind === "prose" ? null : mark);
    element.classList.toggle("stale", isStale(block));
    const what = info.provides.length > 0 ? info.provides.join(", ") : `block ${info.index + 1}`;
    setAttribute(element, "aria-label", info.kind === "prose" ? null : what);
    setAttribute(element, "aria-busy", mark === "running" ? "true" : null);
    const time =
      result === null || result.status === "unchanged" ? null : duration(result.durationMs);
    setAttribute(this.rail, "title", time);
    this.paintVisibility();
  }

  private paintVisibility(): void {
    const hidden = new Set(this.block?.info.hidden ?? []);
    const { classList } = this.element;
    classList.toggle("folded", this.folded);
    classList.toggle("no-code", hidden.has("hide-code") && !this.unhidden);
    classList.toggle("no-prose", hidden.has("hide-prose") && !this.unhidden);
    classList.toggle("no-values", hidden.has("hide-values"));
  }

  /** Marks the line that an output comes from. */
  private pointAt(target: Element | null): void {
    const line = target?.closest<HTMLElement>("[data-line]")?.dataset["line"];
    const code = this.source.querySelector<HTMLElement>(".code");
    code?.classList.toggle("pointed", line !== undefined);
    code?.style.setProperty("--line", line ?? "0");
  }

  private doubleClicked(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest("button, input, select, a, table, summary") !== null) {
      return;
    }
    const output = target.closest<HTMLElement>("[data-line]");
    this.host.revealInBlock(this.id, Number(output?.dataset["line"] ?? 0));
  }
}
