import type { ExpandResult } from "../protocol/protocol.js";

export type Cell = string | null;

/** A table: see docs/outputs.md. */
export interface TableSpec {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly index?: readonly string[];
  readonly total: number;
  readonly offset: number;
}

export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly label: string | undefined;
}

type Fetch = (offset: number, limit: number) => Promise<ExpandResult>;

const PAGE = 200;
/** Pages that are kept beside the rows that came with the output. */
const MAX_PAGES = 50;
const NUMERIC = new Set(["number"]);

/**
 * The rows of a table: those that came with it, and pages of the others as they are asked for.
 * Sorted or filtered it shows what came with it, as the others are not here.
 */
export class Rows {
  private readonly here: readonly Row[];
  private view: readonly Row[] | null = null;
  private readonly pages = new Map<number, readonly Row[] | null>();
  private needle = "";
  private order: { column: number; descending: boolean } | null = null;
  private count: number;
  /** Why rows that should be there cannot be had. */
  problem: string | null = null;

  constructor(
    readonly spec: TableSpec,
    private readonly fetch: Fetch | null,
    private readonly onChange: () => void,
  ) {
    this.here = spec.rows.map((cells, i) => ({
      number: spec.offset + i,
      cells,
      label: spec.index?.[i],
    }));
    const known = fetch === null ? this.here.length : spec.total;
    // Where nobody knows how many there are, there is always one more to ask for.
    this.count = known < 0 ? this.here.length + 1 : known;
  }

  get length(): number {
    return this.view?.length ?? this.count;
  }

  get loaded(): number {
    return this.here.length;
  }

  get complete(): boolean {
    return this.here.length >= this.count;
  }

  /** Whether rows are sorted or filtered. */
  get arranged(): boolean {
    return this.view !== null;
  }

  /** Returns a row, or null where it is still on its way. */
  at(i: number): Row | null {
    if (this.view !== null) {
      return this.view[i] ?? null;
    }
    const row = this.here[i];
    if (row !== undefined) {
      return row;
    }
    const page = Math.floor(i / PAGE);
    const rows = this.pages.get(page);
    if (rows === undefined) {
      void this.load(page);
      return null;
    }
    return rows?.[i - page * PAGE] ?? null;
  }

  filter(text: string): void {
    this.needle = text.trim().toLowerCase();
    this.arrange();
  }

  /** Sorts by a column: up, then down, then as the rows came. */
  sort(column: number): "ascending" | "descending" | "none" {
    if (this.order?.column !== column) {
      this.order = { column, descending: false };
    } else {
      this.order = this.order.descending ? null : { column, descending: true };
    }
    this.arrange();
    return this.order === null ? "none" : this.order.descending ? "descending" : "ascending";
  }

  /** Returns what is here as text that spreadsheets take. */
  toTsv(): string {
    const line = (cells: readonly Cell[]): string =>
      cells.map((cell) => (cell ?? "").replace(/[\t\r\n]+/g, " ")).join("\t");
    const rows = this.view ?? this.here;
    return [line(this.spec.columns.map((c) => c.name)), ...rows.map((r) => line(r.cells))].join(
      "\n",
    );
  }

  private arrange(): void {
    const { needle, order } = this;
    if (needle === "" && order === null) {
      this.view = null;
      return;
    }
    const rows = this.here.filter(
      (row) =>
        needle === "" ||
        row.cells.some((cell) => cell?.toLowerCase().includes(needle)) ||
        row.label?.toLowerCase().includes(needle),
    );
    if (order !== null) {
      const numeric = NUMERIC.has(this.spec.columns[order.column]?.type ?? "");
      const sign = order.descending ? -1 : 1;
      rows.sort((a, b) => compare(a.cells[order.column], b.cells[order.column], numeric, sign));
    }
    this.view = rows;
  }

  private async load(page: number): Promise<void> {
    if (this.fetch === null) {
      return;
    }
    this.pages.set(page, null);
    try {
      const more = await this.fetch(page * PAGE, PAGE);
      if (more.message !== undefined) {
        // It stays like that: what the table was made of is gone.
        this.problem = more.message;
        this.pages.set(page, []);
        this.onChange();
        return;
      }
      const rows = more.children.map((child, i) => rowOf(child.mime, page * PAGE + i, child.label));
      this.keep(page, rows);
      this.count = this.countAfter(more.total, page * PAGE + rows.length, rows.length === PAGE);
    } catch {
      // It is asked for again when it is next looked at.
      this.pages.delete(page);
      return;
    }
    this.onChange();
  }

  /** Returns how many rows there are, after those up to an end have come. */
  private countAfter(total: number, end: number, more: boolean): number {
    if (total >= 0) {
      return total;
    }
    return more ? Math.max(this.count, end + 1) : Math.max(this.here.length, end);
  }

  private keep(page: number, rows: readonly Row[]): void {
    this.pages.delete(page);
    this.pages.set(page, rows);
    for (const [oldest, content] of this.pages) {
      if (this.pages.size <= MAX_PAGES) {
        break;
      }
      if (content !== null) {
        this.pages.delete(oldest);
      }
    }
  }
}

function rowOf(
  mime: Readonly<Record<string, unknown>>,
  number: number,
  label: string | undefined,
): Row {
  const payload = mime["application/vnd.colight.table+json"];
  const { row = [], index } =
    typeof payload === "string" ? (JSON.parse(payload) as { row?: Cell[]; index?: string }) : {};
  return { number, cells: row, label: index ?? label };
}

/** Nothing goes last, whichever way the rows are sorted. */
function compare(a: Cell | undefined, b: Cell | undefined, numeric: boolean, sign: number): number {
  if (a === null || a === undefined || b === null || b === undefined) {
    return Number(a === null || a === undefined) - Number(b === null || b === undefined);
  }
  if (numeric) {
    const difference = toNumber(a) - toNumber(b);
    return sign * (Number.isNaN(difference) ? a.localeCompare(b) : difference);
  }
  return sign * a.localeCompare(b);
}

function toNumber(cell: string): number {
  return Number(cell.replace(/[,_']/g, ""));
}
