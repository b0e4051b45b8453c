import type { Annotation, Tone } from "./annotations.js";

/** How an annotation looks. */
export type Style = Tone | "stale";

export const DECORATION_STYLES: readonly Style[] = [
  "value",
  "output",
  "error",
  "note",
  "running",
  "stale",
];

/** Returns how an annotation looks: what may be of another text looks like that, whatever it says. */
export function styleOf({ stale, parts }: Annotation): Style {
  const tones = parts.map(({ tone }) => tone);
  if (stale && !tones.includes("running")) {
    return "stale";
  }
  return tones.includes("error") ? "error" : stale ? "stale" : (tones[0] ?? "value");
}
