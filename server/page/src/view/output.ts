import { plainText, sameJson } from "../core/outputs.js";
import type { Form, FormHost, FormView } from "../forms/form.js";
import { formOf, isControl } from "../forms/forms.js";
import { TEXT } from "../forms/text.js";
import type { Output } from "../protocol/protocol.js";
import { h, setAttribute } from "./dom.js";
import { whenVisible } from "./visible.js";

const LINE_CHARS = 400;

/** One value or display: in full, or as one line that opens on demand. */
export class OutputView {
  readonly element = h("div.output");
  private form: Form | null = null;
  private view: FormView | null = null;
  private opened = false;
  private full: boolean;

  constructor(
    private output: Output,
    last: boolean,
    private readonly host: FormHost,
  ) {
    this.full = isFull(output, last);
    this.build();
  }

  /** Shows another output in this place; what stands there stays the same element if it can. */
  update(output: Output, last: boolean): void {
    const full = isFull(output, last);
    if (full === this.full && sameJson(output, this.output)) {
      return;
    }
    const before = this.output;
    this.output = output;
    const sameLook =
      full === this.full && before.name === output.name && before.type === output.type;
    this.full = full;
    if (!sameLook || !this.updateView(output)) {
      this.build();
    }
  }

  dispose(): void {
    this.view?.dispose?.();
  }

  private updateView(output: Output): boolean {
    const { form, payload } = formOf(output);
    if (this.view === null || form !== this.form) {
      return false;
    }
    if (isLine(output, form) !== this.element.classList.contains("line")) {
      return false;
    }
    return typeof payload === "string"
      ? (this.view.update?.(payload, output) ?? false)
      : (this.view.updateFromUrl?.(payload.url, output) ?? false);
  }

  private build(): void {
    this.view?.dispose?.();
    this.view = null;
    this.form = null;
    const { output } = this;
    this.element.className = `output ${output.kind}`;
    this.element.dataset["line"] = String(output.line);
    if (!this.full && !this.opened) {
      this.element.classList.add("compact");
      this.element.replaceChildren(this.compactLine());
      return;
    }
    setAttribute(this.element, "title", output.type ?? null);
    const body = this.body();
    const label = this.label();
    this.element.classList.toggle("line", isLine(output, this.form));
    this.element.replaceChildren(...(label === null ? [] : [label]), body);
  }

  private compactLine(): HTMLElement {
    const { name, type } = this.output;
    return h(
      "button.compact-line",
      {
        type: "button",
        "aria-expanded": "false",
        title: "Show in full",
        click: () => {
          this.opened = true;
          this.build();
        },
      },
      name !== undefined && h("span.name", {}, name),
      h("span.one-line", {}, oneLine(this.output)),
      type !== undefined && h("span.type", {}, type),
    );
  }

  private label(): HTMLElement | null {
    const { name, type, kind } = this.output;
    const closes = !this.full;
    const nameless = name === undefined && (type === undefined || this.form !== TEXT);
    if (kind !== "value" || isControl(this.output) || (nameless && this.full)) {
      return null;
    }
    const texts = [
      name !== undefined && h("span.name", {}, name),
      type !== undefined && h("span.type", {}, type),
    ];
    return closes
      ? h(
          "button.label",
          { type: "button", "aria-expanded": "true", click: () => this.close() },
          ...texts,
        )
      : h("div.label", {}, ...texts);
  }

  private close(): void {
    this.opened = false;
    this.build();
  }

  private body(): HTMLElement {
    const { output } = this;
    const { form, payload } = formOf(output);
    this.form = form;
    if (typeof payload === "string") {
      return this.show(form, payload);
    }
    if (form.createFromUrl !== undefined) {
      this.view = form.createFromUrl(payload.url, output, this.host);
      return this.view.element;
    }
    const place = h("div.loading", { "aria-busy": "true" }, "…");
    whenVisible(place, () => {
      void this.host
        .load(payload.url)
        .then((content) => {
          if (this.output === output && place.isConnected) {
            place.replaceWith(this.show(form, content));
          }
        })
        .catch((error: Error) => {
          place.removeAttribute("aria-busy");
          place.textContent = error.message;
        });
    });
    return place;
  }

  /** A form that cannot read its content does not take the page down: the text is shown. */
  private show(form: Form, content: string): HTMLElement {
    try {
      this.view = form.create(content, this.output, this.host);
      return this.view.element;
    } catch {
      this.form = null;
      return h("pre.value-text", {}, plainText(this.output) || content);
    }
  }
}

function isFull(output: Output, last: boolean): boolean {
  return last || output.kind !== "value" || isControl(output);
}

/** Tells whether a value is a short text, which stands on one line with its name. */
function isLine(output: Output, form: Form | null): boolean {
  const text = output.mime["text/plain"];
  return (
    output.kind === "value" &&
    form?.mime === "text/plain" &&
    typeof text === "string" &&
    text.length < 2_000 &&
    !text.includes("\n")
  );
}

function oneLine(output: Output): string {
  const text = plainText(output) || "…";
  const line = text.slice(0, LINE_CHARS).replace(/\s*\n\s*/g, " ⏎ ");
  return text.length > LINE_CHARS ? `${line}…` : line;
}
