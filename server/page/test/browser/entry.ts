// Runs in the browser: tells random stories to a view, and compares it with a fresh one.
import { emptyDocument, reduce } from "../../src/core/reduce.js";
import type { DocumentModel } from "../../src/core/model.js";
import type { BlockHost } from "../../src/view/block.js";
import { DocumentView } from "../../src/view/document.js";
import { URI } from "../support.js";
import { Story } from "../core/messages.js";

const nothing = (): void => {};
const unavailable = (): Promise<never> => Promise.reject(new Error("not here"));

const HOST: BlockHost = {
  uri: URI,
  live: true,
  hostOf: () => ({ load: unavailable, expand: unavailable, input: nothing, reveal: nothing }),
  run: nothing,
  cancel: nothing,
  reveal: nothing,
  revealInBlock: nothing,
  obstacles: () => [],
};

/** Returns what a reader sees, without what is still moving. */
function picture(view: DocumentView): string {
  const copy = view.element.cloneNode(true) as HTMLElement;
  copy
    .querySelectorAll<HTMLElement>(".outputs")
    .forEach((outputs) => outputs.removeAttribute("style"));
  return copy.innerHTML;
}

function paintAnew(model: DocumentModel): string {
  const fresh = new DocumentView(HOST);
  document.body.append(fresh.element);
  fresh.paint(model);
  const shown = picture(fresh);
  fresh.dispose();
  return shown;
}

/** Tells a story; returns where the view and a fresh one of the same document are not equal. */
function tell(seed: number): string | null {
  const story = new Story(seed);
  const view = new DocumentView(HOST);
  document.body.append(view.element);
  let model = reduce(emptyDocument(URI), story.everything());
  for (let edit = 0; edit < 10; edit++) {
    for (const message of story.edit()) {
      model = reduce(model, message);
      view.paint(model);
    }
  }
  model = story.rest().reduce(reduce, model);
  view.paint(model);
  const shown = picture(view);
  const expected = paintAnew(model);
  view.dispose();
  return shown === expected ? null : `seed ${seed}\n${shown}\n\nfresh:\n${expected}`;
}

Object.assign(window, { tell });
