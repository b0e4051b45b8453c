import type { Output } from "../protocol/protocol.js";
import { count, h } from "../view/dom.js";
import { appendAnsi, PLAIN } from "./ansi.js";
import type { Form, FormView } from "./form.js";

/** How much of a long text is put on the screen at once. */
const PIECE_CHARS = 20_000;

class TextView implements FormView {
  readonly element = h("div.text");
  private content = "";

  constructor(content: string, output: Output) {
    this.update(content, output);
  }

  update(content: string, output: Output): boolean {
    this.content = content;
    this.element.replaceChildren();
    this.show(0, output.truncated === true);
    return true;
  }

  private show(from: number, truncated: boolean): void {
    const end = Math.min(this.content.length, from + PIECE_CHARS);
    const pre = h("pre.value-text");
    appendAnsi(pre, this.content.slice(from, end), PLAIN);
    this.element.append(pre);
    const rest = this.content.length - end;
    if (rest > 0) {
      const more = h(
        "button.more",
        {
          type: "button",
          click: () => {
            more.remove();
            this.show(end, truncated);
          },
        },
        `${count(rest)} more characters · show ${count(Math.min(rest, PIECE_CHARS))}`,
      );
      this.element.append(more);
    } else if (truncated) {
      this.element.append(h("p.note", {}, "The rest was cut off."));
    }
  }
}

export const TEXT: Form = {
  mime: "text/plain",
  create: (content, output) => new TextView(content, output),
};
