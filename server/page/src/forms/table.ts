import type { Output } from "../protocol/protocol.js";
import { count, h } from "../view/dom.js";
import type { Form, FormHost, FormView } from "./form.js";
import { type Cell, Rows, type TableSpec, type Row } from "./rows.js";

export const TABLE_MIME = "application/vnd.colight.table+json";

const ROW_HEIGHT = 27;
/** Rows that are on the screen at once, at most; a table of no more is as tall as it is. */
const VISIBLE_ROWS = 14;
/** Rows beyond the edges, so that scrolling finds them there. */
const OVERSCAN = 8;
/** Browsers do not go further than this; taller tables scroll by more than a row a pixel row. */
const MAX_HEIGHT = 12_000_000;

/** A table of any number of rows, of which those in sight are there. */
class TableView implements FormView {
  readonly element: HTMLElement;
  private readonly rows: Rows;
  private readonly scroller = h("div.table-scroll", { tabindex: 0, role: "region" });
  private readonly table = h("table");
  private readonly body = h("tbody");
  private readonly above = h("div.table-space");
  private readonly below = h("div.table-space");
  private readonly foot = h("div.table-foot");
  private readonly note = h("span.muted");
  private readonly truncated: boolean;
  private frame = 0;

  constructor(spec: TableSpec, output: Output, host: FormHost) {
    const ref = output.expandable;
    this.truncated = output.truncated === true;
    this.rows = new Rows(
      spec,
      ref === undefined ? null : (offset, limit) => host.expand(ref, offset, limit),
      () => this.schedule(),
    );
    this.scroller.setAttribute("aria-label", `${output.name ?? "Table"}, ${this.size()}`);
    this.table.append(this.head(), this.body);
    this.table.setAttribute("aria-rowcount", String(spec.total));
    this.scroller.append(this.above, this.table, this.below);
    this.scroller.addEventListener("scroll", () => this.schedule(), { passive: true });
    const few = spec.rows.length <= VISIBLE_ROWS && spec.total === spec.rows.length;
    const copy = h("button.quiet", { type: "button", click: () => void this.copy(copy) }, "Copy");
    this.foot.append(this.note, h("span.spring"), ...(few ? [] : [this.filter()]), copy);
    this.element = h("div.table", {}, this.scroller, this.foot);
    this.element.classList.toggle("few", few);
    this.scroller.style.maxHeight = `${(VISIBLE_ROWS + 1) * ROW_HEIGHT + 2}px`;
    this.paint();
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
  }

  private filter(): HTMLElement {
    const filter = h("input.table-filter", {
      type: "search",
      placeholder: "Filter",
      "aria-label": "Filter the rows",
      input: () => {
        this.rows.filter(filter.value);
        this.scroller.scrollTop = 0;
        this.paint();
      },
    });
    return filter;
  }

  private size(): string {
    const { columns, total, rows } = this.rows.spec;
    const many = total < 0 ? `${count(rows.length)} or more rows` : `${count(total)} rows`;
    const size = `${total === 1 ? "1 row" : many} × ${columns.length}`;
    return this.truncated ? `${size}, cut off` : size;
  }

  private head(): HTMLElement {
    const cells = this.rows.spec.columns.map((column, i) =>
      h(
        "th",
        { scope: "col", class: column.type, "aria-sort": "none" },
        h(
          "button",
          { type: "button", title: `Sort by ${column.name}`, click: () => this.sort(i) },
          column.name,
        ),
      ),
    );
    const corner = this.rows.spec.index === undefined ? "th.row-number" : "th.row-label";
    return h("thead", {}, h("tr", {}, h(corner as "th", { "aria-label": "Row" }), ...cells));
  }

  private sort(column: number): void {
    const order = this.rows.sort(column);
    this.table.querySelectorAll("th[aria-sort]").forEach((th, i) => {
      th.setAttribute("aria-sort", i === column ? order : "none");
    });
    this.paint();
  }

  private schedule(): void {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.paint());
    }
  }

  private paint(): void {
    this.frame = 0;
    const total = this.rows.length;
    const height = Math.min(MAX_HEIGHT, total * ROW_HEIGHT);
    const span = Math.max(1, height - VISIBLE_ROWS * ROW_HEIGHT);
    const top = Math.min(this.scroller.scrollTop, span);
    const exact = (top / span) * Math.max(0, total - VISIBLE_ROWS);
    const first = Math.max(0, Math.min(total, Math.floor(exact)) - OVERSCAN);
    const last = Math.min(total, Math.ceil(exact) + VISIBLE_ROWS + OVERSCAN);
    const space = Math.max(
      0,
      Math.min(top - (exact - first) * ROW_HEIGHT, height - (last - first) * ROW_HEIGHT),
    );
    this.above.style.height = `${space}px`;
    this.below.style.height = `${Math.max(0, height - space - (last - first) * ROW_HEIGHT)}px`;
    const rows: HTMLElement[] = [];
    for (let i = first; i < last; i++) {
      rows.push(this.row(this.rows.at(i), i));
    }
    this.body.replaceChildren(...rows);
    this.note.textContent = this.describe();
  }

  private describe(): string {
    const { rows } = this;
    if (rows.problem !== null) {
      return `${this.size()} · ${rows.problem}`;
    }
    if (!rows.arranged) {
      return this.size();
    }
    const among = rows.complete ? "" : ` of the first ${count(rows.loaded)}`;
    return `${count(rows.length)} rows${among} · ${this.size()}`;
  }

  private row(row: Row | null, i: number): HTMLElement {
    const { columns, index } = this.rows.spec;
    const cells = columns.map((column, c) => {
      const cell: Cell | undefined = row?.cells[c];
      return cell === null
        ? h("td.null", {}, "null")
        : h(
            "td",
            { class: column.type, title: (cell ?? "").length > 40 ? cell : undefined },
            cell ?? "",
          );
    });
    const label = index === undefined ? count(row?.number ?? i) : (row?.label ?? "");
    const kind = index === undefined ? "th.row-number" : "th.row-label";
    return h(
      "tr",
      { "aria-rowindex": i + 1, class: row === null ? "pending" : undefined },
      h(kind as "th", { scope: "row" }, label),
      ...cells,
    );
  }

  private async copy(button: HTMLElement): Promise<void> {
    await navigator.clipboard.writeText(this.rows.toTsv());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1_500);
  }
}

export const TABLE: Form = {
  mime: TABLE_MIME,
  create: (content, output, host) => new TableView(JSON.parse(content) as TableSpec, output, host),
};
