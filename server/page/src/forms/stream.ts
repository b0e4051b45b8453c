import { plainText } from "../core/outputs.js";
import type { Output } from "../protocol/protocol.js";
import { count, h } from "../view/dom.js";
import { appendAnsi, PLAIN, type Style } from "./ansi.js";
import type { FormHost } from "./form.js";

const CHUNK_LINES = 100;
const CHUNK_CHARS = 32_768;
/** How much of a long text is there at first, and how much more a click brings. */
const SHOWN_CHUNKS = 3;
const MORE_CHUNKS = 10;

interface Piece {
  readonly text: string;
  readonly error: boolean;
}

/** Lines that are put on the screen, and taken from it, together. */
class Chunk {
  readonly pieces: Piece[] = [];
  lines = 0;
  chars = 0;
  element: HTMLElement | null = null;
  end: Style;

  constructor(readonly start: Style) {
    this.end = start;
  }

  get full(): boolean {
    return this.lines >= CHUNK_LINES || this.chars >= CHUNK_CHARS;
  }

  /** Takes as much of a text as there is room for; returns how much. */
  take(text: string, error: boolean): number {
    let end = 0;
    const limit = Math.min(text.length, CHUNK_CHARS - this.chars);
    while (end < limit && this.lines < CHUNK_LINES) {
      const line = text.indexOf("\n", end);
      if (line < 0 || line >= limit) {
        end = limit;
      } else {
        this.lines++;
        end = line + 1;
      }
    }
    const piece = { text: text.slice(0, end), error };
    this.pieces.push(piece);
    this.chars += end;
    this.end =
      this.element === null ? this.measure(piece) : this.paint(this.element, piece, this.end);
    return end;
  }

  show(): HTMLElement {
    if (this.element === null) {
      this.element = h("div.chunk");
      this.end = this.start;
      for (const piece of this.pieces) {
        this.end = this.paint(this.element, piece, this.end);
      }
    }
    return this.element;
  }

  private measure(piece: Piece): Style {
    return piece.text.includes("\u001b")
      ? appendAnsi(document.createDocumentFragment(), piece.text, this.end)
      : this.end;
  }

  private paint(parent: HTMLElement, piece: Piece, style: Style): Style {
    const target = piece.error ? parent.appendChild(h("span.stderr")) : parent;
    return appendAnsi(target, piece.text, style);
  }
}

/**
 * Shows what was printed: of long output the last lines, the others in pieces on demand. What is
 * printed while it is shown is appended, whatever there is already.
 */
export class StreamView {
  readonly element: HTMLElement;
  private readonly box = h("div.stream-box", { tabindex: 0, role: "log", "aria-label": "Output" });
  private readonly more: HTMLButtonElement;
  private chunks: Chunk[] = [];
  private parts: readonly Output[] = [];
  private first = 0;
  private expanded = false;
  private generation = 0;

  constructor(
    parts: readonly Output[],
    private readonly host: FormHost,
  ) {
    this.more = h("button.more", { type: "button", click: () => this.showMore() });
    this.element = h("div.stream", {}, this.more, this.box);
    this.update(parts);
  }

  update(parts: readonly Output[]): void {
    const known = this.parts;
    const grown = known.length <= parts.length && known.every((part, i) => part === parts[i]);
    if (!grown) {
      this.reset();
    }
    const atEnd = this.box.scrollTop + this.box.clientHeight >= this.box.scrollHeight - 4;
    const added = parts.slice(grown ? known.length : 0);
    this.parts = parts;
    void this.append(added, this.generation);
    if (grown && known.length > 0 && atEnd) {
      this.box.scrollTop = this.box.scrollHeight;
    }
  }

  private reset(): void {
    this.generation++;
    this.chunks = [];
    this.first = 0;
    this.box.replaceChildren();
  }

  private async append(parts: readonly Output[], generation: number): Promise<void> {
    for (const [i, part] of parts.entries()) {
      const payload = part.mime["text/plain"];
      if (typeof payload === "object") {
        const text = await this.host.load(payload.url).catch((e: Error) => `(${e.message})`);
        if (generation === this.generation) {
          this.write(text, part.kind === "stderr");
          await this.append(parts.slice(i + 1), generation);
        }
        return;
      }
      this.write(plainText(part), part.kind === "stderr");
      if (part.truncated === true) {
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
    this.paint();
  }

  private paint(): void {
    if (!this.expanded) {
      this.first = Math.max(0, this.chunks.length - SHOWN_CHUNKS);
    }
    for (const chunk of this.chunks.slice(0, this.first)) {
      chunk.element?.remove();
      chunk.element = null;
    }
    for (let i = this.chunks.length - 1, next: Element | null = null; i >= this.first; i--) {
      const element = this.chunks[i]?.show();
      if (element !== undefined && element.parentElement !== this.box) {
        this.box.insertBefore(element, next);
      }
      next = element ?? null;
    }
    const hidden = this.chunks.slice(0, this.first).reduce((sum, chunk) => sum + chunk.lines, 0);
    this.more.hidden = hidden === 0;
    const step = Math.min(hidden, MORE_CHUNKS * CHUNK_LINES);
    this.more.textContent = `${count(hidden)} earlier lines · show ${count(step)} more`;
    this.element.classList.toggle("long", this.chunks.length > 1 || hidden > 0);
  }

  private showMore(): void {
    this.expanded = true;
    this.first = Math.max(0, this.first - MORE_CHUNKS);
    const fromEnd = this.box.scrollHeight - this.box.scrollTop;
    this.paint();
    this.box.scrollTop = this.box.scrollHeight - fromEnd;
  }
}
