import type { BlockError, Frame } from "../protocol/protocol.js";
import { h } from "./dom.js";

/** What an error can lead to. */
export interface FailureLinks {
  /** Goes to a line of a document, in the editor, where there is one. */
  readonly reveal: ((uri: string, line: number) => void) | null;
  /** Blocks that have to be put right first, by what they are called. */
  readonly causes: readonly { readonly label: string; go(): void }[];
}

/** Shows an error: its message, the document's lines as links, and its causes folded. */
export function failureView(error: BlockError, uri: string, links: FailureLinks): HTMLElement {
  const line = error.range?.start.line;
  return h(
    "div.failure",
    { role: "group", "aria-label": "Error" },
    h(
      "div.failure-head",
      {},
      error.type !== undefined && h("span.failure-type", {}, shortName(error.type)),
      h("span.failure-message", {}, error.message),
      line !== undefined && error.trace.length === 0 && lineLink(uri, line, links),
      ...links.causes.map(({ label, go }) =>
        h("button.link", { type: "button", click: go }, label),
      ),
    ),
    trace(error.trace, links),
    error.cause !== undefined &&
      h(
        "details.cause",
        {},
        h("summary", {}, `caused by ${shortName(error.cause.type ?? "")} ${error.cause.message}`),
        failureView(error.cause, uri, { ...links, causes: [] }),
      ),
  );
}

/** How many frames outside of the document are there before the others are folded. */
const FRAMES_SHOWN = 8;

function trace(frames: readonly Frame[], links: FailureLinks): HTMLElement | null {
  if (frames.length === 0) {
    return null;
  }
  const items = frames.map((frame) => h("li", {}, ...frameParts(frame, links)));
  const rest = items.slice(FRAMES_SHOWN);
  return h(
    "div.trace",
    {},
    h("ol", {}, ...items.slice(0, FRAMES_SHOWN)),
    rest.length > 0 &&
      h("details", {}, h("summary", {}, `${rest.length} more`), h("ol", {}, ...rest)),
  );
}

function frameParts(frame: Frame, links: FailureLinks): (Node | string)[] {
  const parts: (Node | string)[] = [];
  if (frame.function !== "") {
    parts.push(h("span.function", {}, frame.function));
  }
  if (frame.uri !== undefined && frame.line !== undefined) {
    parts.push(lineLink(frame.uri, frame.line, links));
  } else if (frame.location !== undefined) {
    parts.push(h("span.location", {}, frame.location));
  }
  return parts;
}

function lineLink(uri: string, line: number, { reveal }: FailureLinks): HTMLElement {
  const text = `line ${line + 1}`;
  return reveal === null
    ? h("span.location", {}, text)
    : h(
        "button.link",
        { type: "button", title: "Show in the editor", click: () => reveal(uri, line) },
        text,
      );
}

function shortName(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}
