/** A plot as data, as far as a sketch goes into it: see docs/outputs.md. */
interface Spec {
  readonly marks?: readonly Mark[];
  readonly times?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

interface Mark {
  readonly mark: string;
  readonly data?: Readonly<Record<string, readonly unknown[]>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly transform?: unknown;
}

const WIDTH = 360;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 26;
const COLOUR = "#5b9bf3";
const QUIET = "#8a8a8a";
const MOST_POINTS = 2_000;

/** The values of one axis, and where they are. */
interface Scale {
  readonly at: (value: unknown) => number | null;
  readonly low: string;
  readonly high: string;
  readonly zero: number;
  readonly band: number;
}

/**
 * Draws what is in a plot without a screen, for a preview: lines, areas, points and bars, without
 * legends and ticks. Returns null for plots that it would show wrongly, such as those that count.
 */
export function sketch(json: string): string | null {
  const spec = parse(json);
  const marks = spec?.marks?.filter(({ data }) => data !== undefined) ?? [];
  if (spec === null || marks.length === 0 || marks.some((mark) => !isPlain(mark))) {
    return null;
  }
  const times = new Set(spec.times ?? []);
  const x = scaleOf(marks, "x", times, spec.options, LEFT, WIDTH - RIGHT);
  const y = scaleOf(marks, "y", times, spec.options, HEIGHT - BOTTOM, TOP);
  if (x === null || y === null) {
    return null;
  }
  const shapes = marks.map((mark) => shapeOf(mark, x, y)).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ` +
    `font-family="sans-serif" font-size="11" fill="${QUIET}">` +
    `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="${QUIET}"/>` +
    shapes +
    label(LEFT, HEIGHT - 10, "start", x.low) +
    label(WIDTH - RIGHT, HEIGHT - 10, "end", x.high) +
    label(LEFT - 6, HEIGHT - BOTTOM, "end", y.low) +
    label(LEFT - 6, TOP + 9, "end", y.high) +
    "</svg>"
  );
}

function parse(json: string): Spec | null {
  try {
    const spec = JSON.parse(json) as Spec | null;
    return typeof spec === "object" ? spec : null;
  } catch {
    return null;
  }
}

/** Tells whether a mark is where its data say, in one picture. */
function isPlain({ mark, options = {}, transform }: Mark): boolean {
  return (
    /^(line|lineY|dot|areaY|barY)$/.test(mark) &&
    transform === undefined &&
    !("fx" in options || "fy" in options)
  );
}

function column({ data, options }: Mark, channel: "x" | "y"): readonly unknown[] {
  return data?.[String(options?.[channel])] ?? [];
}

function scaleOf(
  marks: readonly Mark[],
  channel: "x" | "y",
  times: ReadonlySet<string>,
  options: Spec["options"],
  from: number,
  to: number,
): Scale | null {
  const values = marks.flatMap((mark) => column(mark, channel)).filter((value) => value !== null);
  const temporal = marks.some(({ options: own }) => times.has(String(own?.[channel])));
  const given = (options?.[channel] ?? {}) as { readonly type?: unknown };
  if (values.length === 0) {
    return null;
  }
  if (!temporal && values.some((value) => typeof value === "string")) {
    return bands(values.map(String), from, to);
  }
  const log = given.type === "log";
  const number = (value: unknown): number => {
    const plain = temporal ? Date.parse(String(value)) : Number(value);
    return log ? Math.log(plain) : plain;
  };
  const numbers = values.map(number).filter(Number.isFinite);
  const bars = channel === "y" && marks.some(({ mark }) => /^(bar|area)/.test(mark));
  const low = Math.min(...(bars && !log ? [0] : []), reduce(numbers, Math.min));
  const high = Math.max(...(bars && !log ? [0] : []), reduce(numbers, Math.max));
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return null;
  }
  const span = high - low || 1;
  const at = (value: number): number => from + ((value - low) / span) * (to - from);
  const text = (value: number): string =>
    temporal ? new Date(value).toISOString().slice(0, 10) : short(log ? Math.exp(value) : value);
  return {
    at: (value) => {
      const place = value === null || value === undefined ? NaN : at(number(value));
      return Number.isFinite(place) ? place : null;
    },
    low: text(low),
    high: text(high),
    zero: at(Math.max(low, Math.min(high, 0))),
    band: (Math.abs(to - from) / Math.max(1, numbers.length)) * 0.7,
  };
}

function bands(values: readonly string[], from: number, to: number): Scale {
  const names = [...new Set(values)];
  const step = (to - from) / names.length;
  const places = new Map(names.map((name, i) => [name, from + (i + 0.5) * step]));
  return {
    at: (value) => places.get(String(value)) ?? null,
    low: names[0] ?? "",
    high: names.length > 1 ? (names[names.length - 1] ?? "") : "",
    zero: from,
    band: Math.abs(step) * 0.8,
  };
}

function shapeOf(mark: Mark, x: Scale, y: Scale): string {
  const xs = column(mark, "x");
  const ys = column(mark, "y");
  const every = Math.max(1, Math.ceil(xs.length / MOST_POINTS));
  const points = xs.flatMap((value, i) => {
    const [left, top] = [x.at(value), y.at(ys[i])];
    return i % every !== 0 || left === null || top === null ? [] : [{ left, top }];
  });
  const path = points.map(({ left, top }) => `${left.toFixed(1)} ${top.toFixed(1)}`).join("L");
  const colour = colourOf(mark.options);
  switch (mark.mark) {
    case "dot":
      return points
        .map(({ left, top }) => circle(left.toFixed(1), top.toFixed(1), colour))
        .join("");
    case "barY":
      return points.map(({ left, top }) => bar(left, top, x.band, y.zero, colour)).join("");
    case "areaY": {
      const [first, last] = [points[0]?.left ?? 0, points[points.length - 1]?.left ?? 0];
      const area = `M${first} ${y.zero}L${path}L${last} ${y.zero}Z`;
      return `<path d="${area}" fill="${colour}" fill-opacity="0.5"/>`;
    }
    default:
      return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  }
}

function circle(left: string, top: string, colour: string): string {
  return `<circle cx="${left}" cy="${top}" r="2.5" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
}

function bar(left: number, top: number, width: number, zero: number, colour: string): string {
  const height = Math.abs(zero - top).toFixed(1);
  const x = (left - width / 2).toFixed(1);
  return `<rect x="${x}" y="${Math.min(top, zero).toFixed(1)}" width="${width.toFixed(1)}" height="${height}" fill="${colour}"/>`;
}

/** Only what is plainly a colour is taken into the picture; other values are names of columns. */
function colourOf(options: Mark["options"]): string {
  const given = options?.["stroke"] ?? options?.["fill"];
  return typeof given === "string" && /^#[0-9a-f]{3,8}$/i.test(given) ? given : COLOUR;
}

function label(x: number, y: number, anchor: string, text: string): string {
  const escaped = text.slice(0, 16).replace(/[<>&"]/g, " ");
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped}</text>`;
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumSignificantDigits: 3 });
}

function reduce(numbers: readonly number[], better: (a: number, b: number) => number): number {
  return numbers.reduce((best, number) => better(best, number), numbers[0] ?? NaN);
}
