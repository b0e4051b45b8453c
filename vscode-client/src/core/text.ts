const BREAKS = /\s*[\r\n]+\s*/g;

/** Returns a text on one line, cut where it is longer than some number of code points. */
export function oneLine(text: string, maxLength: number): string {
  // A text may be very long: no more of it is looked at than could be shown.
  const head = text.slice(0, 4 * maxLength + 16);
  const points = Array.from(head.replace(BREAKS, " ⏎ ").replace(/\t/g, " "));
  return points.length > maxLength || head.length < text.length
    ? `${points.slice(0, maxLength).join("")}…`
    : points.join("");
}

/** Returns a duration in words that are short. */
export function duration(ms: number): string {
  if (ms < 1) {
    return "<1 ms";
  }
  if (ms < 999.5) {
    return `${Math.round(ms)} ms`;
  }
  const seconds = ms / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}
