import type { DocumentModel } from "../core/model.js";
import { outlineOf } from "../core/outline.js";
import { sameJson } from "../core/outputs.js";
import type { DocumentView } from "./document.js";
import { h, setAttribute } from "./dom.js";

/** The headings of the prose, to go to, with the one that is being read. */
export class Outline {
  readonly element = h("nav.outline", { "aria-label": "Outline" });
  private headings: ReturnType<typeof outlineOf> = [];
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
    const here = this.headings.findLastIndex((heading) => {
      const top = this.elementOf(heading)?.getBoundingClientRect().top;
      return top !== undefined && top < 140;
    });
    [...this.element.children].forEach((item, i) => {
      setAttribute(item, "aria-current", i === Math.max(0, here) ? "true" : null);
    });
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
