const CONTROLS = "button, input, select, textarea, a, summary, label, table, iframe, dialog";

/** Tells which line of which block somebody has clicked on, to go there in the editor. */
export function listenToClicks(clicked: (block: string, line: number) => void): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const block = target.closest<HTMLElement>(".block");
    const selecting = !(getSelection()?.isCollapsed ?? true);
    if (block === null || selecting || event.detail > 1 || target.closest(CONTROLS) !== null) {
      return;
    }
    const line = lineOf(target, event.clientY);
    if (line !== null) {
      clicked(block.id.replace(/^block-/, ""), line);
    }
  });
}

/** Returns the line of the block that was clicked on; null where that is beside what it shows. */
function lineOf(target: Element, y: number): number | null {
  const output = target.closest<HTMLElement>("[data-line]");
  if (output !== null) {
    return Number(output.dataset["line"]);
  }
  const code = target.closest<HTMLElement>("pre.code");
  if (code !== null) {
    const { paddingTop, lineHeight } = getComputedStyle(code);
    const top = code.getBoundingClientRect().top + parseFloat(paddingTop);
    return Math.max(0, Math.floor((y - top) / parseFloat(lineHeight)));
  }
  return target.closest(".source") === null ? null : 0;
}
