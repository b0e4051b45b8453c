import { h } from "../view/dom.js";
import type { Form, FormView } from "./form.js";

/** Whether Vega is part of this build; the exported page comes with it and without. */
declare const WITH_VEGA: boolean;

async function draw(target: HTMLElement, spec: unknown): Promise<() => void> {
  if (WITH_VEGA) {
    const { drawVega } = await import("./vega-chunk.js");
    return drawVega(target, spec);
  }
  throw new Error("this page was exported without Vega");
}

class VegaView implements FormView {
  readonly element = h("div.vega", { role: "figure", "aria-label": "Plot" });
  private generation = 0;
  private finish: (() => void) | null = null;

  constructor(content: string) {
    void this.draw(content);
  }

  update(content: string): boolean {
    void this.draw(content);
    return true;
  }

  dispose(): void {
    this.generation++;
    this.finish?.();
  }

  private async draw(content: string): Promise<void> {
    const generation = ++this.generation;
    const target = h("div.vega-target");
    try {
      const finish = await draw(target, JSON.parse(content));
      if (generation !== this.generation) {
        finish();
        return;
      }
      this.finish?.();
      this.finish = finish;
      this.element.replaceChildren(target);
    } catch (error) {
      if (generation === this.generation) {
        this.element.replaceChildren(
          h("p.note", {}, `This plot cannot be drawn: ${(error as Error).message}`),
        );
      }
    }
  }
}

export const VEGA_LITE: Form = {
  mime: "application/vnd.vegalite.v5+json",
  create: (content) => new VegaView(content),
};
