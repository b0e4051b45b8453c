import type { DocumentModel } from "../core/model.js";
import { outlineOf } from "../core/outline.js";
import { sameJson } from "../core/outputs.js";
import type { DocumentView } from "./document.js";
import { h } from "./dom.js";

/** What is above this many pixels has been read. */
const READING_LINE = 140;

/** The headings of the prose, to go to, with the one that is being read. */
export class Outline {
  readonly element = h("nav.outline", { "aria-label": "Outline" });
  private headings: ReturnType<typeof outlineOf> = [];
  private current: Element | null = null;
  private order: readonly string[] = [];

  constructor(private readonly view: () => DocumentView | null) {}

  paint(model: DocumentModel): void {
    const headings = outlineOf(model);
    if (!sameJson(headings, this.headings) || this.order.length === 0) {
      this.headings = headings;
      const top = Math.min(...headings.map((heading) => heading.level));
      this.element.replaceChildren(
        ...headings.map((heading) =>
          h(
            "button",
            {
              type: "button",
              class: `level-${Math.min(4, heading.level - top + 1)}`,
              click: () => this.go(heading),
            },
            heading.text,
          ),
        ),
      );
    }
    this.order = model.order;
    this.element.hidden = headings.length < 2;
    this.follow();
  }

  /** Marks the heading under which the reader is. */
  follow(): void {
    const item = this.element.children[Math.max(0, this.passed() - 1)] ?? null;
    if (item !== this.current) {
      this.current?.removeAttribute("aria-current");
      item?.setAttribute("aria-current", "true");
      this.current = item;
    }
  }

  /**
   * Returns how many headings are above what is being read. Asking for the place of what is inside
   * a block lays that block out, so this is asked of few; blocks themselves are cheap.
   */
  private passed(): number {
    const isAbove = (element: Element | undefined): boolean =>
      element !== undefined && element.getBoundingClientRect().top < READING_LINE;
    let low = 0;
    let high = this.headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAbove(this.view()?.find(this.headings[middle]?.block ?? "")?.element)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const last = this.headings[low - 1]?.block;
    for (; low > 0; low--) {
      const heading = this.headings[low - 1];
      if (heading === undefined || heading.block !== last || isAbove(this.elementOf(heading))) {
        break;
      }
    }
    return low;
  }

  private go(heading: (typeof this.headings)[number]): void {
    this.elementOf(heading)?.scrollIntoView({ block: "start" });
  }

  private elementOf({ block, place }: (typeof this.headings)[number]): Element | undefined {
    return this.view()?.find(block)?.element.querySelectorAll(".source :is(h1,h2,h3,h4,h5,h6)")[
      place
    ];
  }
}
