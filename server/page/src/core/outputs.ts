import type { Output, Payload } from "../protocol/protocol.js";

/**
 * The outputs of a run so far. Appending shares the array with the log before, so that a block
 * that writes a hundred thousand lines does not copy them a hundred thousand times; a log sees
 * only as many as it had when it was made.
 */
export class OutputLog {
  static readonly EMPTY = new OutputLog([], 0);

  private constructor(
    private readonly items: Output[],
    readonly length: number,
  ) {}

  /** Returns a log with one more output; a display takes the place of one with its id. */
  with(output: Output): OutputLog {
    const place = output.id === undefined ? -1 : this.placeOf(output.id);
    if (place >= 0) {
      const items = this.toArray();
      items[place] = output;
      return new OutputLog(items, items.length);
    }
    const items = this.items.length === this.length ? this.items : this.toArray();
    const shared = items === OutputLog.EMPTY.items ? [] : items;
    shared.push(output);
    return new OutputLog(shared, this.length + 1);
  }

  toArray(): Output[] {
    return this.items.slice(0, this.length);
  }

  private placeOf(id: string): number {
    for (let i = this.length - 1; i >= 0; i--) {
      if (this.items[i]?.id === id) {
        return i;
      }
    }
    return -1;
  }
}

/** Puts later displays in the place of earlier ones with their id. */
export function settle(outputs: readonly Output[]): readonly Output[] {
  if (!outputs.some((output) => output.id !== undefined)) {
    return outputs;
  }
  return outputs.reduce((log, output) => log.with(output), OutputLog.EMPTY).toArray();
}

/** Compares what came over the wire, so that what is equal stays the same object. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return false;
  }
  if (Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameJson((a as Json)[key], (b as Json)[key]))
  );
}

type Json = Record<string, unknown>;

/** Returns the text that every output has, where it is here. */
export function plainText(output: Output): string {
  const payload: Payload | undefined = output.mime["text/plain"];
  return typeof payload === "string" ? payload : "";
}
