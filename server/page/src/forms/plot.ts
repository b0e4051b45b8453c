import { h } from "../view/dom.js";
import type { Form, FormView } from "./form.js";
import type { PlotSpec } from "./plot-chunk.js";

/** Draws with a library that is loaded when the first plot is there to be seen. */
class PlotView implements FormView {
  readonly element = h("div.plot", { role: "figure" });
  private generation = 0;
  private width = 0;
  private readonly observer: ResizeObserver;

  constructor(private content: string) {
    // Only a plot that is in sight and has a width is drawn, and drawn again where that changes.
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.width) {
        this.width = width;
        void this.draw();
      }
    });
    this.observer.observe(this.element);
  }

  update(content: string): boolean {
    this.content = content;
    void this.draw();
    return true;
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private async draw(): Promise<void> {
    const generation = ++this.generation;
    if (this.width === 0) {
      return;
    }
    try {
      const { drawPlot } = await import("./plot-chunk.js");
      if (generation === this.generation) {
        const spec = JSON.parse(this.content) as PlotSpec;
        this.element.replaceChildren(drawPlot(spec, this.width));
        this.element.setAttribute("aria-label", String(spec.options?.["title"] ?? "Plot"));
      }
    } catch (error) {
      if (generation === this.generation) {
        this.element.replaceChildren(
          h("p.note", {}, `This plot cannot be drawn: ${(error as Error).message}`),
        );
      }
    }
  }
}

export const PLOT: Form = {
  mime: "application/vnd.colight.plot+json",
  create: (content) => new PlotView(content),
};
