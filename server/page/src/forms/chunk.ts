import { h } from "../view/dom.js";
import { appendAnsi, styleAfterText, type Style } from "./ansi.js";

const CHUNK_LINES = 100;
const CHUNK_CHARS = 32_768;

interface Piece {
  readonly text: string;
  readonly error: boolean;
}

/** Lines of what was printed that are put on the screen, and taken from it, together. */
export class Chunk {
  private readonly pieces: Piece[] = [];
  private element: HTMLElement | null = null;
  chars = 0;
  lines = 0;
  end: Style;

  constructor(private readonly start: Style) {
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
      this.element === null
        ? styleAfterText(piece.text, this.end)
        : paint(this.element, piece, this.end);
    return end;
  }

  show(): HTMLElement {
    if (this.element === null) {
      this.element = h("div.chunk");
      let style = this.start;
      for (const piece of this.pieces) {
        style = paint(this.element, piece, style);
      }
    }
    return this.element;
  }

  hide(): void {
    this.element?.remove();
    this.element = null;
  }
}

function paint(parent: HTMLElement, piece: Piece, style: Style): Style {
  const target = piece.error ? parent.appendChild(h("span.stderr")) : parent;
  return appendAnsi(target, piece.text, style);
}
