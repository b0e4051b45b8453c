import type { Output } from "@page/protocol/protocol.js";
import type { LiveDocument } from "./live.js";
import { sketch } from "./sketch.js";

/** A picture that a line shows. */
export interface Picture {
  readonly mime: string;
  /** Base64, or the text of an SVG. */
  readonly content: string;
  readonly block: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

/** Returns the pictures that belong to a line. */
export function picturesAt(live: LiveDocument, line: number): Picture[] {
  const pictures: Picture[] = [];
  for (const [id, placement] of live.placements) {
    for (const output of live.model.blocks.get(id)?.shown?.outputs ?? []) {
      const picture = placement.shown[output.line] === line ? pictureOf(output) : null;
      if (picture !== null) {
        pictures.push({ ...picture, block: id });
      }
    }
  }
  return pictures;
}

/** Returns how files of a type end. */
export function extensionOf(mime: string): string {
  return EXTENSIONS[mime] ?? "bin";
}

/** Returns the picture that an output is, or a sketch of the plot. */
function pictureOf(output: Output): { readonly mime: string; readonly content: string } | null {
  for (const mime of Object.keys(EXTENSIONS)) {
    const content = output.mime[mime];
    if (typeof content === "string") {
      return { mime, content };
    }
  }
  const plot = output.mime["application/vnd.colight.plot+json"];
  const drawn = typeof plot === "string" ? sketch(plot) : null;
  return drawn === null ? null : { mime: "image/svg+xml", content: drawn };
}
