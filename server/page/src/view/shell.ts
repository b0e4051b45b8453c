import type { Connection } from "../connection/session.js";
import type { DocumentModel } from "../core/model.js";
import { blocksInOrder, markOf } from "../core/model.js";
import type { BlockHost } from "./block.js";
import { DocumentView } from "./document.js";
import { h } from "./dom.js";
import type { FilesResult } from "../protocol/protocol.js";
import { FileTree } from "./files.js";
import { type Commands, Header } from "./header.js";
import { listenToKeys } from "./keys.js";
import { Outline } from "./outline.js";
import { applyPreferences, loadPreferences, savePreferences } from "./preferences.js";
import { Search } from "./search.js";
import { StatusLine } from "./statusline.js";
import { TrustNotice } from "./trust.js";

const MOST_RECENT = 20;

/** The page around a document: bars, outline, search. The same with a server and without. */
export class Shell {
  readonly preferences = loadPreferences();
  readonly search: Search;
  private readonly header: Header;
  private readonly outline: Outline;
  private readonly tree: FileTree;
  private readonly status: StatusLine;
  private readonly trust: TrustNotice;
  private readonly banner = h("div.banner", { role: "alert", hidden: true });
  private readonly main = h("main", { id: "main", tabindex: -1 });
  private document: DocumentView | null = null;
  private model: DocumentModel | null = null;
  private title = "";
  private focused: string | null = null;

  constructor(
    commands: Commands,
    private readonly host: BlockHost,
    openFile: (uri: string) => void,
    live = true,
  ) {
    this.header = new Header(commands, live);
    this.outline = new Outline(() => this.document);
    this.tree = new FileTree(openFile);
    this.trust = new TrustNotice(commands.trust);
    this.status = new StatusLine(() => this.goToProblem());
    this.search = new Search(
      () => this.model,
      () => this.document,
    );
    document.body.append(
      this.header.element,
      this.trust.element,
      h(
        "div.layout",
        {},
        h(
          "aside.sidebar",
          {
            click: (event: Event) => {
              if ((event.target as Element).closest("button") !== null) {
                document.documentElement.classList.remove("sidebar-open");
              }
            },
          },
          this.tree.element,
          this.outline.element,
        ),
        this.main,
      ),
      this.search.element,
      this.banner,
      this.status.element,
    );
    applyPreferences(this.preferences);
    listenToKeys(
      {
        ...commands,
        nextBlock: (by) => this.nextBlock(by),
        fold: () => this.focusedBlock()?.toggleFold(),
        revealBlock: () => this.focused !== null && this.host.revealInBlock(this.focused, 0),
      },
      live,
    );
    this.main.addEventListener("click", () => {
      document.documentElement.classList.remove("sidebar-open");
    });
    document.addEventListener("scroll", () => this.outline.follow(), { passive: true });
    this.main.addEventListener("focusin", (event) => {
      const block = (event.target as Element).closest(".block");
      this.focused = block?.id.replace(/^block-/, "") ?? this.focused;
    });
  }

  /** Makes room for another document. */
  begin(uri: string | null): void {
    this.document?.dispose();
    this.document = null;
    this.focused = null;
    this.main.replaceChildren();
    if (uri !== null) {
      this.document = new DocumentView(this.host);
      this.main.append(this.document.element);
      const { recent } = this.preferences;
      this.preferences.recent = [uri, ...recent.filter((file) => file !== uri)].slice(
        0,
        MOST_RECENT,
      );
      savePreferences(this.preferences);
    }
    window.scrollTo(0, 0);
  }

  paint(
    model: DocumentModel | null,
    title: string,
    connection: Connection | "none",
    problem: string | null,
  ): void {
    this.model = model;
    this.title = title;
    this.header.paint(model, title, this.preferences);
    this.status.paint(model, connection);
    this.trust.paint(model?.server.state === "untrusted");
    const lost = connection === "lost" ? "The connection is lost. Trying again …" : null;
    const text = lost ?? problem;
    this.banner.hidden = text === null;
    if (this.banner.textContent !== (text ?? "")) {
      this.banner.textContent = text ?? "";
    }
    document.documentElement.classList.toggle("disconnected", connection === "lost");
    if (model !== null) {
      this.document?.paint(model);
      this.outline.paint(model);
    }
    this.paintEmpty(model, connection);
  }

  paintFiles(files: FilesResult, current: string | null): void {
    this.tree.paint(files, current);
  }

  toggle(what: "code" | "prose" | "values" | "pinned" | "sidebar"): void {
    if (what === "sidebar" && this.hasNoRoomForSidebar()) {
      document.documentElement.classList.toggle("sidebar-open");
      return;
    }
    this.preferences[what] = !this.preferences[what];
    this.preferencesChanged();
  }

  /** Tells whether the sidebar is shown over the document, and only when it is asked for. */
  private hasNoRoomForSidebar(): boolean {
    const width = this.tree.element.hidden ? "80rem" : "46rem";
    return matchMedia(`(max-width: ${width})`).matches;
  }

  nextTheme(): void {
    const themes = ["auto", "light", "dark"] as const;
    const next = (themes.indexOf(this.preferences.theme) + 1) % themes.length;
    this.preferences.theme = themes[next] ?? "auto";
    this.preferencesChanged();
  }

  /** Shows a block that was edited elsewhere, unless the reader wants to stay where they are. */
  follow(block: string): void {
    const element = this.document?.find(block)?.element;
    if (element === undefined || this.preferences.pinned) {
      return;
    }
    const { top, bottom } = element.getBoundingClientRect();
    const inSight = top >= 60 && (bottom <= innerHeight - 40 || top <= innerHeight / 2);
    if (!inSight) {
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches
        ? "instant"
        : "smooth";
      element.scrollIntoView({ block: top < 60 ? "start" : "center", behavior });
    }
  }

  goTo(block: string): void {
    const view = this.document?.find(block);
    view?.element.scrollIntoView({ block: "center" });
    view?.element.focus({ preventScroll: true });
  }

  private preferencesChanged(): void {
    savePreferences(this.preferences);
    applyPreferences(this.preferences);
    this.header.paint(this.model, this.title, this.preferences);
  }

  private paintEmpty(model: DocumentModel | null, connection: Connection | "none"): void {
    const empty = model === null || (model.order.length === 0 && model.version >= 0);
    const known = this.main.querySelector(".empty");
    if (!empty || connection === "connecting") {
      known?.remove();
    } else if (known === null) {
      const text =
        model === null
          ? "Choose a document on the left, or press Ctrl P."
          : "This document is empty. What you write in it appears here.";
      this.main.append(h("p.empty", {}, text));
    }
  }

  private focusedBlock(): ReturnType<DocumentView["find"]> {
    return this.document?.find(this.focused ?? "");
  }

  private nextBlock(by: 1 | -1): void {
    const order = this.model?.order ?? [];
    const at = order.indexOf(this.focused ?? "");
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))];
    const element = this.document?.find(next ?? "")?.element;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }

  private goToProblem(): void {
    if (this.model === null) {
      return;
    }
    const failed = blocksInOrder(this.model).filter((b) => /failed|blocked/.test(markOf(b, null)));
    const at = failed.findIndex((block) => block.info.id === this.focused);
    const next = failed[(at + 1) % Math.max(1, failed.length)];
    if (next !== undefined) {
      this.goTo(next.info.id);
    }
  }
}
