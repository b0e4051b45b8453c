import type { DocumentModel } from "../core/model.js";
import type { TrustScope } from "../protocol/protocol.js";
import type { Preferences } from "./preferences.js";
import { h, setAttribute } from "./dom.js";
import { ICONS, icon } from "./icons.js";

/** What the buttons of the page do. */
export interface Commands {
  run(): void;
  cancel(): void;
  restart(): void;
  verify(): void;
  trust(scope: TrustScope): void;
  export(format: "html" | "markdown" | "ipynb"): void;
  search(): void;
  files(): void;
  help(): void;
  toggle(what: "code" | "prose" | "values" | "pinned" | "sidebar"): void;
  theme(): void;
}

/** The bar at the head of the page. */
export class Header {
  readonly element: HTMLElement;
  private readonly title = h("div.title");
  private readonly bar = h("div.busy", { "aria-hidden": "true" });
  private readonly stop: HTMLButtonElement;
  private readonly run: HTMLButtonElement;
  private readonly toggles = new Map<"code" | "prose" | "values" | "pinned", HTMLButtonElement>();
  private readonly theme: HTMLButtonElement;
  /** Opens what there is no room for in a narrow window. */
  private readonly view: HTMLButtonElement;

  constructor(commands: Commands, live: boolean) {
    this.run = iconButton("run", "Run all (r)", commands.run);
    this.stop = iconButton("stop", "Stop (Esc)", commands.cancel);
    this.theme = iconButton("theme", "Light or dark (t)", commands.theme);
    this.view = iconButton("view", "What is shown", () => this.toggleView());
    this.view.setAttribute("aria-expanded", "false");
    for (const [what, label] of [
      ["code", "Code (c)"],
      ["prose", "Prose (p)"],
      ["values", "Values (o)"],
      ["pinned", "Follow edits (.)"],
    ] as const) {
      this.toggles.set(
        what,
        iconButton(what, label, () => commands.toggle(what)),
      );
    }
    const { code, prose, values, pinned } = Object.fromEntries(this.toggles);
    this.element = h(
      "header.header",
      {},
      iconButton("outline", "Outline (\\)", () => commands.toggle("sidebar")),
      this.title,
      h("span.spring"),
      live &&
        h(
          "div.buttons",
          {},
          this.run,
          this.stop,
          iconButton("restart", "Restart (Shift R)", commands.restart),
          iconButton("verify", "Compare with a clean run (v)", commands.verify),
        ),
      h(
        "div.view",
        {},
        this.view,
        h("div.buttons.view-buttons", {}, code, prose, values, live && pinned),
      ),
      h(
        "div.buttons",
        {},
        iconButton("search", "Search (/)", commands.search),
        live && exportMenu(commands),
        this.theme,
        iconButton("help", "Keyboard (?)", commands.help),
      ),
      this.bar,
    );
  }

  private toggleView(): void {
    const open = this.element.classList.toggle("view-open");
    this.view.setAttribute("aria-expanded", String(open));
  }

  paint(model: DocumentModel | null, title: string, preferences: Preferences): void {
    if (this.title.textContent !== title) {
      this.title.textContent = title;
    }
    const running = model !== null && model.running !== null;
    this.element.classList.toggle("running", running);
    this.run.disabled = model === null || model.server.state === "untrusted";
    this.stop.disabled = !running;
    for (const [what, button] of this.toggles) {
      const on = what === "pinned" ? !preferences.pinned : preferences[what];
      setAttribute(button, "aria-pressed", String(on));
    }
    const themes = { auto: "as the system", light: "light", dark: "dark" };
    setAttribute(this.theme, "title", `Colours: ${themes[preferences.theme]} (t)`);
  }
}

function iconButton(name: keyof typeof ICONS, label: string, click: () => void): HTMLButtonElement {
  const button = h("button.icon", {
    type: "button",
    title: label,
    "aria-label": label.replace(/ \(.*/, ""),
    click,
  });
  button.append(icon(name));
  return button;
}

function exportMenu(commands: Commands): HTMLElement {
  const summary = h("summary.icon", { title: "Export", "aria-label": "Export" });
  summary.append(icon("export"));
  const menu = h("details.menu", {}, summary);
  const formats = [
    ["html", "HTML page"],
    ["markdown", "Markdown"],
    ["ipynb", "Jupyter notebook"],
  ] as const;
  const items = formats.map(([format, label]) =>
    h(
      "button",
      {
        type: "button",
        click: () => {
          menu.open = false;
          commands.export(format);
        },
      },
      label,
    ),
  );
  menu.append(h("div.menu-items", {}, ...items));
  menu.addEventListener("focusout", (event) => {
    menu.open =
      menu.open && event.relatedTarget !== null && menu.contains(event.relatedTarget as Node);
  });
  return menu;
}
