import { h } from "../view/dom.js";
import type { Form } from "./form.js";

interface Progress {
  readonly label: string;
  readonly value: number;
  readonly total: number | null;
  readonly done: boolean;
}

export const PROGRESS: Form = {
  mime: "application/vnd.colight.progress+json",
  create: (content) => {
    const label = h("span.progress-label");
    const bar = h("progress");
    const figures = h("span.progress-figures");
    const element = h("div.progress", {}, label, bar, figures);
    const update = (next: string): boolean => {
      const { label: text, value, total, done } = JSON.parse(next) as Progress;
      label.textContent = text;
      bar.setAttribute("aria-label", text || "Progress");
      bar.max = done ? 1 : (total ?? 1);
      if (done) {
        bar.value = 1;
      } else if (total === null) {
        bar.removeAttribute("value");
      } else {
        bar.value = value;
      }
      figures.textContent = done ? "done" : total === null ? String(value) : `${value} / ${total}`;
      element.classList.toggle("done", done);
      return true;
    };
    update(content);
    return { element, update };
  },
};
