const adopted = new Set<string>();

declare global {
  /** Called by the plotting library in place of making style elements; see build/plot-styles.mjs. */
  var colightAdoptStyle: (text: string) => void;
}

globalThis.colightAdoptStyle = (text) => {
  if (!adopted.has(text)) {
    adopted.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
};

export {};
