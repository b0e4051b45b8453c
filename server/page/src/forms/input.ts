import type { Output } from "../protocol/protocol.js";
import { h } from "../view/dom.js";
import type { Form, FormHost, FormView } from "./form.js";

export const INPUT_MIME = "application/vnd.colight.input+json";

/** An input: see docs/outputs.md. */
export interface InputSpec {
  readonly name: string;
  readonly kind: "slider" | "select" | "checkbox" | "text" | "button";
  readonly label: string;
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly options?: readonly string[];
}

/** How long what a hand did goes before what the server says, which may be of a moment before. */
const HAND_GOES_FIRST_MS = 600;

/**
 * An input stays the same element while it is moved: its focus, its drag and the hand on it go
 * before what results say, which are those of an earlier position.
 */
class InputView implements FormView {
  readonly element: HTMLElement;
  private readonly control: HTMLInputElement | HTMLSelectElement | HTMLButtonElement;
  private readonly shown = h("output.input-value");
  private readonly caption = h("span.input-label");
  private clicks = 0;
  private moved = -Infinity;

  constructor(
    private spec: InputSpec,
    private readonly host: FormHost,
  ) {
    this.control = this.make();
    this.element =
      spec.kind === "button"
        ? h("div.input.input-button", {}, this.control)
        : h(
            "label.input",
            { class: `input input-${spec.kind}` },
            this.caption,
            this.control,
            this.shown,
          );
    this.show(spec);
  }

  update(content: string): boolean {
    const spec = JSON.parse(content) as InputSpec;
    if (spec.kind !== this.spec.kind || spec.name !== this.spec.name) {
      return false;
    }
    this.show(spec);
    return true;
  }

  private make(): HTMLInputElement | HTMLSelectElement | HTMLButtonElement {
    const { kind } = this.spec;
    if (kind === "button") {
      return h("button", { type: "button", click: () => this.send(String(++this.clicks)) });
    }
    if (kind === "select") {
      return h("select", { change: () => this.changed() });
    }
    const type = kind === "slider" ? "range" : kind;
    return h("input", { type, input: () => this.changed(), spellcheck: "false" });
  }

  private changed(): void {
    const { control } = this;
    const value =
      control instanceof HTMLInputElement && control.type === "checkbox"
        ? String(control.checked)
        : control instanceof HTMLSelectElement
          ? String(control.selectedIndex)
          : control.value;
    this.send(value);
  }

  private send(value: string): void {
    this.moved = performance.now();
    this.shown.textContent = this.spec.kind === "slider" ? value : "";
    this.host.input(this.spec.name, value);
  }

  private show(spec: InputSpec): void {
    const before = this.spec;
    this.spec = spec;
    const { control } = this;
    this.caption.textContent = spec.label;
    if (control instanceof HTMLButtonElement) {
      control.textContent = spec.label;
      this.clicks = Math.max(this.clicks, Number(spec.value) || 0);
      return;
    }
    if (control instanceof HTMLSelectElement) {
      if (control.options.length === 0 || before.options?.join("\0") !== spec.options?.join("\0")) {
        control.replaceChildren(...(spec.options ?? []).map((text) => h("option", {}, text)));
      }
    } else if (spec.kind === "slider") {
      control.min = String(spec.min ?? 0);
      control.max = String(spec.max ?? 100);
      control.step = String(spec.step ?? "any");
    }
    if (performance.now() - this.moved > HAND_GOES_FIRST_MS) {
      this.setValue(spec.value);
    }
  }

  private setValue(value: string): void {
    const { control } = this;
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = Number(value);
    } else if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = value === "true";
    } else if (control.value !== value) {
      control.value = value;
    }
    this.shown.textContent = this.spec.kind === "slider" ? value : "";
  }
}

export const INPUT: Form = {
  mime: INPUT_MIME,
  create: (content, _output: Output, host) => new InputView(JSON.parse(content) as InputSpec, host),
};
