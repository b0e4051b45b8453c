import "./adopt.js";
import * as Plot from "@observablehq/plot";

/** A plot as data: see docs/outputs.md. */
export interface PlotSpec {
  readonly marks: readonly MarkSpec[];
  readonly times?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

interface MarkSpec {
  readonly mark: string;
  readonly data?: Readonly<Record<string, readonly unknown[]>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly transform?: {
    readonly kind: string;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly options?: Readonly<Record<string, unknown>>;
  };
}

type PlotFunction = (...parameters: unknown[]) => unknown;

const LIBRARY = Plot as unknown as Readonly<Record<string, PlotFunction | undefined>>;

/** Transforms that take what they put out first, and those that take only options. */
const WITH_OUTPUTS = /^(bin|group|hexbin|map|window|normalize|reduce|select)/;

/** Marks that are frames and axes, which take no data. */
const WITHOUT_DATA = /^(frame|axis|grid)/;

const HARMLESS = /^(https?:|mailto:|#)/i;

const MAX_WIDTH = 900;

/** Draws a plot. */
export function drawPlot(spec: PlotSpec, width: number): Element {
  const options = spec.options ?? {};
  const own = typeof options["width"] === "number" ? options["width"] : MAX_WIDTH;
  const times = new Set(spec.times ?? []);
  const x = valuesOf(spec, "x");
  const y = valuesOf(spec, "y");
  const rows = valuesOf(spec, "fy");
  const plot = Plot.plot({
    style: { background: "none", fontFamily: "inherit", fontSize: "12px" },
    marginLeft: roomFor(y),
    ...(rows.length > 0 ? { marginRight: roomFor(rows) + 20 } : {}),
    marginBottom: 38,
    ...options,
    x: scale(options["x"], x),
    y: scale(options["y"], y),
    width: Math.min(width, own),
    marks: spec.marks.map((mark) => drawMark(mark, times) as Plot.Markish),
  });
  dropForeignLinks(plot);
  return plot;
}

/** Leaves only what is linked of links that lead to anything but a place to read or write to. */
function dropForeignLinks(plot: Element): void {
  for (const link of plot.querySelectorAll("a")) {
    const targets = [...link.attributes].filter(({ localName }) => localName === "href");
    if (!targets.every(({ value }) => HARMLESS.test(value))) {
      link.replaceWith(...link.childNodes);
    }
  }
}

/** Returns what a channel reads, in all marks. */
function valuesOf(spec: PlotSpec, channel: string): readonly unknown[] {
  return spec.marks.flatMap(({ data, options }) => data?.[String(options?.[channel])] ?? []);
}

/** Texts stand in the order in which they come, not in that of the alphabet. */
function scale(options: unknown, values: readonly unknown[]): Record<string, unknown> {
  const texts = values.filter((value): value is string => typeof value === "string");
  const given = (options ?? {}) as Record<string, unknown>;
  if (given["type"] === "log") {
    // Not “400m” for 0.4.
    return { tickFormat: ",~r", ...given };
  }
  const ordinal = texts.length > 0 && texts.length === values.length && !looksLikeTimes(texts);
  return ordinal && !("domain" in given) && !("type" in given)
    ? { domain: [...new Set(texts)], ...given }
    : given;
}

function looksLikeTimes(texts: readonly string[]): boolean {
  return texts.every((text) => /^[+-]?\d{4,}-\d\d/.test(text));
}

/** Makes room for the longest label that the axis may have. */
function roomFor(values: readonly unknown[]): number {
  const length = values.reduce((longest: number, value) => {
    const text =
      typeof value === "number" ? Math.round(value).toLocaleString("en") : String(value ?? "");
    return Math.max(longest, Math.min(24, text.length));
  }, 0);
  return Math.max(44, 20 + 7.5 * length);
}

function drawMark(spec: MarkSpec, times: ReadonlySet<string>): unknown {
  const mark = LIBRARY[spec.mark];
  if (mark === undefined || !/^[a-z]\w*$/.test(spec.mark)) {
    throw new Error(`there is no mark “${spec.mark}”`);
  }
  const options = transformed(spec);
  return WITHOUT_DATA.test(spec.mark) || spec.data === undefined
    ? mark(options)
    : mark(rowsOf(spec.data, times), options);
}

function transformed(spec: MarkSpec): unknown {
  const options = { tip: tips(spec.mark), ...colour(spec), ...spec.options };
  const { transform } = spec;
  if (transform === undefined) {
    return options;
  }
  const apply = LIBRARY[transform.kind];
  if (apply === undefined) {
    throw new Error(`there is no transform “${transform.kind}”`);
  }
  return WITH_OUTPUTS.test(transform.kind)
    ? apply(transform.outputs ?? {}, { ...options, ...transform.options })
    : apply({ ...options, ...transform.options });
}

/** What has no colour of its own gets the page's. */
function colour({ mark, options = {} }: MarkSpec): Record<string, string> {
  if ("fill" in options || "stroke" in options) {
    return {};
  }
  if (/^(bar|rect|area|waffle)/.test(mark)) {
    return { fill: "var(--accent)" };
  }
  return /^(line|dot)/.test(mark) ? { stroke: "var(--accent)" } : {};
}

function tips(mark: string): boolean {
  return /^(line|dot|bar|rect|area|cell)/.test(mark);
}

/** Turns columns into rows, which is what channels by name look into. */
function rowsOf(
  columns: Readonly<Record<string, readonly unknown[]>>,
  times: ReadonlySet<string>,
): Record<string, unknown>[] {
  const entries = Object.entries(columns);
  const length = Math.max(0, ...entries.map(([, values]) => values.length));
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(
      entries.map(([name, values]) => {
        const value = values[i];
        return [name, times.has(name) && typeof value === "string" ? new Date(value) : value];
      }),
    ),
  );
}
