import type { DocumentModel } from "../core/model.js";
import { matchingBlocks } from "../core/search.js";
import type { DocumentView } from "./document.js";
import { h } from "./dom.js";

/** A search over blocks: what is in their code, prose and values, folded or not. */
export class Search {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly place = h("span.search-place", { "aria-live": "polite" });
  private found: readonly string[] = [];
  private current = -1;

  constructor(
    private readonly model: () => DocumentModel | null,
    private readonly view: () => DocumentView | null,
  ) {
    this.input = h("input", {
      type: "search",
      placeholder: "Search code, prose and values",
      "aria-label": "Search",
      input: () => this.search(),
      keydown: (event: KeyboardEvent) => this.keyPressed(event),
    });
    this.element = h(
      "div.search",
      { role: "search", hidden: true },
      this.input,
      this.place,
      h("button.icon", { type: "button", title: "Previous", click: () => this.step(-1) }, "↑"),
      h("button.icon", { type: "button", title: "Next", click: () => this.step(1) }, "↓"),
      h("button.icon", { type: "button", title: "Close", click: () => this.close() }, "×"),
    );
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    this.element.hidden = false;
    this.input.focus();
    this.input.select();
    this.search();
  }

  close(): void {
    this.element.hidden = true;
    this.found = [];
    this.mark();
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      this.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private search(): void {
    const model = this.model();
    this.found = model === null ? [] : matchingBlocks(model, this.input.value);
    this.current = -1;
    if (this.found.length > 0) {
      this.step(1);
    } else {
      this.mark();
    }
  }

  private step(by: number): void {
    const { length } = this.found;
    if (length === 0) {
      return;
    }
    this.current = (this.current + by + length) % length;
    const block = this.view()?.find(this.found[this.current] ?? "");
    block?.unfold();
    block?.element.scrollIntoView({ block: "center" });
    this.mark();
  }

  private mark(): void {
    const { length } = this.found;
    const none = this.input.value.trim() === "" ? "" : "nothing found";
    this.place.textContent = length === 0 ? none : `${this.current + 1} of ${length}`;
    this.highlight();
  }

  /** Colours the text that was found, without touching the elements that hold it. */
  private highlight(): void {
    if (!("highlights" in CSS)) {
      return;
    }
    CSS.highlights.delete("found");
    CSS.highlights.delete("found-here");
    const needle = this.input.value.trim().toLowerCase();
    if (needle === "" || this.found.length === 0) {
      return;
    }
    const here: Range[] = [];
    const others: Range[] = [];
    this.found.forEach((id, i) => {
      const element = this.view()?.find(id)?.element;
      if (element !== undefined) {
        (i === this.current ? here : others).push(...rangesOf(element, needle));
      }
    });
    CSS.highlights.set("found", new Highlight(...others));
    CSS.highlights.set("found-here", new Highlight(...here));
  }
}

/** Finds a text in an element, across the spans that colour it. */
function rangesOf(element: HTMLElement, needle: string): Range[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push(walker.currentNode as Text);
  }
  const text = nodes
    .map((node) => node.data)
    .join("")
    .toLowerCase();
  const ranges: Range[] = [];
  let node = 0;
  let offset = 0;
  const locate = (at: number): [Text, number] | null => {
    for (; node < nodes.length; node++) {
      const current = nodes[node] as Text;
      if (at <= offset + current.length) {
        return [current, at - offset];
      }
      offset += current.length;
    }
    return null;
  };
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const start = locate(at);
    const end = locate(at + needle.length);
    if (start !== null && end !== null) {
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      ranges.push(range);
    }
  }
  return ranges;
}
