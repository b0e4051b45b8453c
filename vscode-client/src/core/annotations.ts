import type { Block } from "@page/core/model.js";
import { runningBlock } from "@page/core/model.js";
import { plainText } from "@page/core/outputs.js";
import type { BlockError, Output } from "@page/protocol/protocol.js";
import { GONE } from "./edits.js";
import { extentOf, isDimmed, type LiveDocument, type Placement } from "./live.js";
import { oneLine } from "./text.js";

export type Tone = "value" | "output" | "error" | "note" | "running";

/** A piece of what stands at the end of a line. */
export interface Part {
  readonly tone: Tone;
  readonly text: string;
}

/** What is shown at the end of a line of the text as it is now. */
export interface Annotation {
  readonly line: number;
  readonly block: string;
  /** Whether it may be of another text. */
  readonly stale: boolean;
  readonly parts: readonly Part[];
}

/** Lines of the document that are looked at, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Returns what stands at the ends of some lines, from the top. */
export function annotationsOf(live: LiveDocument, maxLength: number, within: Lines): Annotation[] {
  const running = runningBlock(live.model);
  const annotations: Annotation[] = [];
  for (const [id, placement] of live.placements) {
    const block = live.model.blocks.get(id);
    const extent = extentOf(placement);
    if (block === undefined || block.info.kind !== "code" || extent === null) {
      continue;
    }
    if (extent.first <= within.last && extent.last >= within.first) {
      const stale = isDimmed(live, id);
      for (const [line, parts] of partsOf(block, placement, id === running, maxLength)) {
        if (line >= within.first && line <= within.last) {
          annotations.push({ line, block: id, stale, parts });
        }
      }
    }
  }
  return annotations.sort((a, b) => a.line - b.line);
}

/** Returns an error as one line. */
export function errorLine(error: BlockError): string {
  const type = error.type?.slice(error.type.lastIndexOf(".") + 1);
  if (type === undefined) {
    return error.message;
  }
  // An exception that says nothing has its type for a message.
  const silent = error.message === "" || error.message === error.type;
  return silent ? type : `${type}: ${error.message}`;
}

function partsOf(
  block: Block,
  placement: Placement,
  runs: boolean,
  maxLength: number,
): Map<number, Part[]> {
  const lines = new Map<number, Part[]>();
  const add = (line: number, part: Part): void => {
    if (line === GONE) {
      return;
    }
    lines.set(line, [...(lines.get(line) ?? []), part]);
  };
  const { stream, shown } = block;
  const [outputs, places] =
    stream === null
      ? [shown?.outputs ?? [], placement.shown]
      : [stream.log.toArray(), placement.lines];
  for (const [line, ofLine] of byLine(outputs, places)) {
    outputParts(ofLine, maxLength).forEach((part) => add(line, part));
  }
  const { result } = block;
  if (result?.error !== undefined && result.status !== "invalid") {
    const held = block.info.state === "held";
    const waits = held || result.status === "cancelled";
    const mark = held ? "⏸ " : waits ? "" : "✗ ";
    const text = oneLine(`${mark}${errorLine(result.error)}`, maxLength + 2);
    add(errorPlace(result.error, block, placement), { tone: waits ? "note" : "error", text });
  }
  if (runs) {
    add(extentOf(placement)?.last ?? GONE, { tone: "running", text: "…" });
  }
  return lines;
}

function byLine(outputs: readonly Output[], places: readonly number[]): Map<number, Output[]> {
  const lines = new Map<number, Output[]>();
  for (const output of outputs) {
    const line = places[output.line] ?? GONE;
    lines.set(line, [...(lines.get(line) ?? []), output]);
  }
  return lines;
}

function outputParts(outputs: readonly Output[], maxLength: number): Part[] {
  const values = outputs.filter(({ kind }) => kind === "value" || kind === "display");
  const written = outputs.filter(({ kind }) => kind === "stdout" || kind === "stderr");
  const parts: Part[] = [];
  if (values.length > 0) {
    const texts = values.map((value) =>
      value.name === undefined || values.length === 1
        ? textOf(value)
        : `${value.name} = ${textOf(value)}`,
    );
    parts.push({ tone: "value", text: oneLine(`⇒ ${texts.join(", ")}`, maxLength + 2) });
  }
  const text = written.map(plainText).join("").trimEnd();
  if (text !== "") {
    parts.push({ tone: "output", text: oneLine(`▸ ${text}`, maxLength + 2) });
  }
  return parts;
}

/** Of a picture a line tells what it is: how Java writes it tells nobody anything. */
function textOf(output: Output): string {
  const picture = Object.keys(output.mime).some((mime) => /^image\/(png|jpeg|gif)$/.test(mime));
  const type = output.type?.slice(output.type.lastIndexOf(".") + 1);
  return picture ? `▦ ${type ?? "picture"}` : plainText(output);
}

/** An error tells its place in the text of the run; what has moved since is looked up by it. */
function errorPlace(error: BlockError, block: Block, { lines }: Placement): number {
  const relative =
    error.range === undefined ? 0 : error.range.start.line - block.info.range.start.line;
  return lines[Math.max(0, Math.min(relative, lines.length - 1))] ?? GONE;
}
