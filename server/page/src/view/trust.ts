import type { TrustScope } from "../protocol/protocol.js";
import { h } from "./dom.js";

/** Says that a document is not trusted, and lets somebody say that it is. */
export class TrustNotice {
  readonly element: HTMLElement;

  constructor(trust: (scope: TrustScope) => void) {
    const button = (label: string, scope: TrustScope): HTMLElement =>
      h("button", { type: "button", click: () => trust(scope) }, label);
    this.element = h(
      "div.untrusted",
      { role: "alert", hidden: true },
      h(
        "span",
        {},
        "This document is not trusted, and so nothing of it runs. Its code could do all that you can do.",
      ),
      button("Trust this document", "document"),
      button("Trust its folder", "folder"),
    );
  }

  paint(untrusted: boolean): void {
    this.element.hidden = !untrusted;
  }
}
