import type { Commands } from "./header.js";

/** What keys do beside the commands of the buttons. */
export interface KeyCommands extends Commands {
  nextBlock(by: 1 | -1): void;
  fold(): void;
  revealBlock(): void;
}

/** Lets keys do what the buttons do, where they are not typed into something. */
export function listenToKeys(commands: KeyCommands, live: boolean): void {
  document.addEventListener("keydown", (event) => {
    const key = (event.ctrlKey || event.metaKey ? "C-" : "") + event.key;
    const target = event.target as Element;
    const typing = target.closest("input, select, textarea, dialog, [contenteditable]") !== null;
    if (event.altKey || (typing && !key.startsWith("C-"))) {
      return;
    }
    if (key === "C-f" && target.closest(".search") !== null) {
      // Asked for a second time, it is the browser's own search that is wanted.
      return;
    }
    const onControl = target.closest("button, summary, a, .table-scroll, .stream-box") !== null;
    if (key === "Enter" && onControl) {
      return;
    }
    const action = actionOf(key, commands, live);
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  });
}

function actionOf(key: string, commands: KeyCommands, live: boolean): (() => void) | undefined {
  const everywhere: Record<string, () => void> = {
    "/": commands.search,
    "C-f": commands.search,
    "?": commands.help,
    j: () => commands.nextBlock(1),
    k: () => commands.nextBlock(-1),
    f: commands.fold,
    c: () => commands.toggle("code"),
    p: () => commands.toggle("prose"),
    o: () => commands.toggle("values"),
    "\\": () => commands.toggle("sidebar"),
    t: commands.theme,
  };
  const whenLive: Record<string, () => void> = {
    "C-p": commands.files,
    Enter: commands.revealBlock,
    r: commands.run,
    R: commands.restart,
    Escape: commands.cancel,
    v: commands.verify,
    ".": () => commands.toggle("pinned"),
  };
  return everywhere[key] ?? (live ? whenLive[key] : undefined);
}
