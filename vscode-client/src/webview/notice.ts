import { h } from "@page/view/dom.js";
import type { NoticeAction } from "../core/messages.js";

/** Says why nothing is shown, and what can be done about it. */
export class Notice {
  private readonly element = h("div.notice", { role: "status", hidden: true });

  constructor() {
    document.body.append(this.element);
  }

  show(text: string | null, action: NoticeAction | null): void {
    this.element.hidden = text === null;
    const link =
      action === null
        ? []
        : [h("a.notice-action", { href: `command:${action.command}` }, action.label)];
    this.element.replaceChildren(h("p", {}, text ?? ""), ...link);
  }
}
