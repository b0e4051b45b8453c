import { plainText } from "../core/outputs.js";
import type { Output } from "../protocol/protocol.js";
import { count, h } from "../view/dom.js";
import { whenVisible } from "../view/visible.js";
import { PLAIN } from "./ansi.js";
import { Chunk } from "./chunk.js";
import type { FormHost } from "./form.js";

/** How much of a long text is there at first, and how much more a click brings. */
const SHOWN_CHUNKS = 3;
const MORE_CHUNKS = 10;

/**
 * Shows what was printed: of long output the last lines, the others in pieces on demand. What is
 * printed while it is shown is appended, whatever there is already; another output takes the place
 * of what is there when it has been loaded.
 */
export class StreamView {
  readonly element: HTMLElement;
  private readonly box = h("div.stream-box", { tabindex: 0, role: "log", "aria-label": "Output" });
  private readonly more: HTMLButtonElement;
  private chunks: Chunk[] = [];
  private parts: readonly Output[] = [];
  private first = 0;
  private expanded = false;
  /** Counts what was to be shown, so that what has been loaded too late is dropped. */
  private generation = 0;
  private loading = false;

  constructor(
    parts: readonly Output[],
    private readonly host: FormHost,
  ) {
    this.more = h("button.more", { type: "button", hidden: true, click: () => this.showMore() });
    this.element = h("div.stream", {}, this.more, this.box);
    this.update(parts);
  }

  update(parts: readonly Output[]): void {
    const known = this.parts;
    const grown =
      !this.loading &&
      known.length <= parts.length &&
      known.every((part, i) => part === parts[i]) &&
      parts.slice(known.length).every(isHere);
    this.parts = parts;
    this.generation++;
    if (grown) {
      const following = this.isAtEnd() && known.length > 0;
      this.append(parts.slice(known.length).map(textOf));
      this.paint();
      if (following) {
        this.box.scrollTop = this.box.scrollHeight;
      }
    } else if (parts.every(isHere)) {
      this.replace(parts.map(textOf));
    } else {
      this.load(parts, this.generation);
    }
  }

  private load(parts: readonly Output[], generation: number): void {
    this.loading = true;
    if (this.chunks.length === 0) {
      this.box.replaceChildren(h("div.loading", { "aria-busy": "true" }, "…"));
    }
    const load = (): void => {
      const texts = parts.map((part) => {
        const payload = part.mime["text/plain"];
        return typeof payload === "object"
          ? this.host
              .load(payload.url)
              .catch((e: Error) => `(${e.message})\n`)
              .then((text) => ({ ...textOf(part), text }))
          : textOf(part);
      });
      void Promise.all(texts).then((loaded) => {
        if (generation === this.generation) {
          this.replace(loaded);
        }
      });
    };
    whenVisible(this.element, load);
  }

  private replace(texts: readonly Text[]): void {
    const begins = this.chunks.length === 0;
    const following = this.isAtEnd();
    const { scrollTop } = this.box;
    this.loading = false;
    this.chunks = [];
    this.first = 0;
    this.box.replaceChildren();
    this.append(texts);
    this.paint();
    // Of very long output the last lines are there, and the very last are looked for.
    const atEnd = begins ? this.first > 0 : following;
    this.box.scrollTop = atEnd ? this.box.scrollHeight : scrollTop;
  }

  private isAtEnd(): boolean {
    return this.box.scrollTop + this.box.clientHeight >= this.box.scrollHeight - 4;
  }

  private append(texts: readonly Text[]): void {
    for (const { text, error, cut } of texts) {
      this.write(text, error);
      if (cut) {
        this.write("… cut here\n", false);
      }
    }
  }

  private write(text: string, error: boolean): void {
    // Of a line that is written over and over, as progress in a terminal is, the last state stays.
    let rest = text.includes("\r") ? text.replace(/[^\n]*\r(?!\n)/g, "") : text;
    while (rest !== "") {
      let last = this.chunks.at(-1);
      if (last === undefined || last.full) {
        last = new Chunk(last?.end ?? PLAIN);
        this.chunks.push(last);
      }
      rest = rest.slice(last.take(rest, error));
    }
  }

  private paint(): void {
    if (!this.expanded) {
      this.first = Math.max(0, this.chunks.length - SHOWN_CHUNKS);
    }
    const hidden = this.chunks.slice(0, this.first);
    hidden.forEach((chunk) => chunk.hide());
    for (let i = this.chunks.length - 1, next: Element | null = null; i >= this.first; i--) {
      const element = this.chunks[i]?.show();
      if (element !== undefined && element.parentElement !== this.box) {
        this.box.insertBefore(element, next);
      }
      next = element ?? null;
    }
    this.more.hidden = hidden.length === 0;
    this.more.textContent = `${size(hidden)} · show ${size(hidden.slice(-MORE_CHUNKS), "more")}`;
    this.element.classList.toggle("long", this.chunks.length > 1);
  }

  private showMore(): void {
    this.expanded = true;
    this.first = Math.max(0, this.first - MORE_CHUNKS);
    const fromEnd = this.box.scrollHeight - this.box.scrollTop;
    this.paint();
    this.box.scrollTop = this.box.scrollHeight - fromEnd;
  }
}

/** What a part of the output comes to. */
interface Text {
  readonly text: string;
  readonly error: boolean;
  readonly cut: boolean;
}

function textOf(part: Output): Text {
  return {
    text: plainText(part),
    error: part.kind === "stderr",
    cut: part.truncated === true,
  };
}

function isHere(part: Output): boolean {
  return typeof part.mime["text/plain"] !== "object";
}

/** Says how much there is above what is shown: in lines, where there are any. */
function size(chunks: readonly Chunk[], which = "earlier"): string {
  const lines = chunks.reduce((sum, chunk) => sum + chunk.lines, 0);
  const chars = chunks.reduce((sum, chunk) => sum + chunk.chars, 0);
  const unit = lines > 0 ? "lines" : "characters";
  const number = count(lines > 0 ? lines : chars);
  return which === "earlier" ? `${number} earlier ${unit}` : `${number} ${which}`;
}
