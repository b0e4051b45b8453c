import type { Output, Payload } from "../protocol/protocol.js";
import type { Form } from "./form.js";
import { INPUT } from "./input.js";
import { LATEX, MARKDOWN } from "./markdown.js";
import { GIF, HTML, JPEG, PNG, SVG } from "./media.js";
import { PLOT } from "./plot.js";
import { PROGRESS } from "./progress.js";
import { TABLE } from "./table.js";
import { TEXT } from "./text.js";
import { JSON_FORM, TREE } from "./tree.js";
import { VEGA_LITE } from "./vega.js";

/** All forms that the page can show, from the richest. */
const FORMS: readonly Form[] = [
  INPUT,
  PROGRESS,
  PLOT,
  VEGA_LITE,
  TABLE,
  TREE,
  HTML,
  MARKDOWN,
  LATEX,
  SVG,
  PNG,
  JPEG,
  GIF,
  JSON_FORM,
  TEXT,
];

/** MIME types that the page tells the server it can show. */
export const RENDERS: readonly string[] = FORMS.map((form) => form.mime);

/** Returns the richest form of an output that the page can show. */
export function formOf(output: Output): { form: Form; payload: Payload } {
  for (const form of FORMS) {
    const payload = output.mime[form.mime];
    if (payload !== undefined) {
      return { form, payload };
    }
  }
  return { form: TEXT, payload: "" };
}

/** Tells whether an output is to be shown in full wherever it stands: it is there to be used. */
export function isControl(output: Output): boolean {
  return INPUT.mime in output.mime || PROGRESS.mime in output.mime;
}
