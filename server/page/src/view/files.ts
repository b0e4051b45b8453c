import { fuzzyScore } from "../core/search.js";
import type { FilesResult, ServedFile } from "../protocol/protocol.js";
import { h } from "./dom.js";
import { showDialog } from "./dialogs.js";

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: { name: string; uri: string }[];
}

/** The documents of the directory that is served, as a tree. */
export class FileTree {
  readonly element = h("nav.files", { "aria-label": "Files", hidden: true });

  constructor(private readonly open: (uri: string) => void) {}

  paint(files: FilesResult, current: string | null): void {
    const root: Folder = { folders: new Map(), files: [] };
    for (const { path, uri } of files.files) {
      const parts = path.split("/");
      const name = parts.pop() ?? path;
      let folder = root;
      for (const part of parts) {
        const next = folder.folders.get(part) ?? { folders: new Map(), files: [] };
        folder.folders.set(part, next);
        folder = next;
      }
      folder.files.push({ name, uri });
    }
    // One document is no directory.
    this.element.hidden = files.files.length < 2 && !files.truncated;
    this.element.replaceChildren(
      h("div.files-root", {}, files.root.replace(/\/$/, "").split("/").pop() ?? files.root),
      ...this.items(root, current),
      files.truncated ? h("p.muted", {}, "There are more files than are listed.") : "",
    );
  }

  private items(folder: Folder, current: string | null): HTMLElement[] {
    const folders = [...folder.folders].sort(([a], [b]) => a.localeCompare(b));
    const files = [...folder.files].sort((a, b) => a.name.localeCompare(b.name));
    return [
      ...folders.map(([name, inner]) =>
        h("details", { open: true }, h("summary", {}, name), ...this.items(inner, current)),
      ),
      ...files.map(({ name, uri }) =>
        h(
          "button",
          {
            type: "button",
            "aria-current": uri === current ? "page" : undefined,
            click: () => this.open(uri),
          },
          name,
        ),
      ),
    ];
  }
}

const MOST_SHOWN = 50;

/** Asks for a file by a few letters of its path; the ones opened last come first. */
export function showFinder(
  files: FilesResult,
  recent: readonly string[],
  open: (uri: string) => void,
): void {
  const list = h("ul.finder-list", { role: "listbox", id: "finder-list" });
  let selected = 0;
  let shown: readonly ServedFile[] = [];
  const input = h("input", {
    type: "text",
    placeholder: "Open a file",
    "aria-label": "Open a file",
    role: "combobox",
    "aria-controls": "finder-list",
    "aria-expanded": "true",
    autofocus: true,
    spellcheck: "false",
    input: () => search(),
    keydown: (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        selected = (selected + step + shown.length) % Math.max(1, shown.length);
        paint();
      } else if (event.key === "Enter") {
        choose(shown[selected]?.uri);
      }
    },
  });
  const dialog = showDialog("Open a file", input, list);
  dialog.classList.add("finder");
  search();

  function choose(uri: string | undefined): void {
    if (uri !== undefined) {
      dialog.close();
      open(uri);
    }
  }

  function search(): void {
    shown = rank(files.files, input.value, recent).slice(0, MOST_SHOWN);
    selected = 0;
    paint();
  }

  function paint(): void {
    list.replaceChildren(
      ...shown.map(({ path, uri }, i) =>
        h(
          "li",
          { role: "option", "aria-selected": String(i === selected), click: () => choose(uri) },
          h("span.finder-name", {}, path.split("/").pop() ?? path),
          h("span.muted", {}, path.split("/").slice(0, -1).join("/")),
        ),
      ),
    );
    list.children[selected]?.scrollIntoView({ block: "nearest" });
  }
}

/** Returns the files that match, best first. */
export function rank(
  files: readonly ServedFile[],
  query: string,
  recent: readonly string[],
): ServedFile[] {
  return files
    .flatMap((file) => {
      const score = fuzzyScore(file.path, query);
      const place = recent.indexOf(file.uri);
      return score === null ? [] : [{ file, score: score + (place < 0 ? 0 : 1 - place / 100) }];
    })
    .sort((a, b) => b.score - a.score || a.file.path.localeCompare(b.file.path))
    .map(({ file }) => file);
}
