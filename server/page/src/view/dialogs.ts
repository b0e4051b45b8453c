import type { VerifyDifference, VerifyResult } from "../protocol/protocol.js";
import { plainText } from "../core/outputs.js";
import { h } from "./dom.js";

/** Opens a dialog, which goes away when it is closed. */
export function showDialog(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const dialog = h(
    "dialog",
    { "aria-label": title, close: () => dialog.remove() },
    h(
      "header.dialog-head",
      {},
      h("h2", {}, title),
      h("button.icon", { type: "button", title: "Close", click: () => dialog.close() }, "×"),
    ),
    ...content,
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const SHORTCUTS: readonly (readonly [string, string])[] = [
  ["j / k", "next, previous block"],
  ["Enter", "show the block in the editor"],
  ["f", "fold the block's code"],
  ["r", "run all"],
  ["Shift R", "restart Java, run all anew"],
  ["Esc", "stop what runs"],
  ["v", "compare with a clean run"],
  ["/ or Ctrl F", "search"],
  ["Ctrl P", "open a file"],
  ["c, p, o", "show or hide code, prose, values"],
  [".", "stay here, or follow edits"],
  ["\\", "outline"],
  ["t", "light, dark, or as the system"],
  ["?", "this list"],
];

export function showHelp(): void {
  const rows = SHORTCUTS.flatMap(([keys, what]) => [
    h("dt", {}, h("kbd", {}, keys)),
    h("dd", {}, what),
  ]);
  showDialog("Keyboard", h("dl.shortcuts", {}, ...rows));
}

/** Shows how a document compares with a clean run of it. */
export function showVerification(result: VerifyResult, goTo: (block: string) => void): void {
  if (result.equal) {
    showDialog("Compared with a clean run", h("p", {}, result.message));
    return;
  }
  const dialog = showDialog(
    "Not what a clean run shows",
    h("p", {}, result.message),
    ...result.differences.map((difference) =>
      differenceView(difference, () => {
        dialog.close();
        goTo(difference.block);
      }),
    ),
  );
}

function differenceView(difference: VerifyDifference, go: () => void): HTMLElement {
  const text = (
    outputs: VerifyDifference["expected"],
    error: VerifyDifference["actualError"],
  ): string =>
    [
      ...outputs.map((o) => (o.name === undefined ? "" : `${o.name} = `) + plainText(o)),
      error?.message ?? "",
    ]
      .join("\n")
      .trim()
      .slice(0, 4_000);
  return h(
    "section.difference",
    {},
    h("button.link", { type: "button", click: go }, `line ${difference.range.start.line + 1}`),
    h(
      "div.difference-side",
      {},
      h("h3", {}, "shown"),
      h("pre", {}, text(difference.actual, difference.actualError)),
    ),
    h(
      "div.difference-side",
      {},
      h("h3", {}, "clean run"),
      h("pre", {}, text(difference.expected, difference.expectedError)),
    ),
  );
}

/** Says something that needs no answer. */
export function toast(text: string): void {
  const element = h("div.toast", { role: "status" }, text);
  document.body.append(element);
  setTimeout(() => element.remove(), 4_000);
}
