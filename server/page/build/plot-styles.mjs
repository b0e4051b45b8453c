import { readFile } from "node:fs/promises";

const STYLE = /\b(svg\.append|div\.insert)\("style"(?:, "\*")?\)\.text\(/g;

/**
 * Observable Plot puts style elements into what it draws, which a policy without inline styles
 * blocks. They go to the document's adopted style sheets instead, each once.
 */
export const plotStyles = {
  name: "plot-styles",
  setup(build) {
    build.onLoad({ filter: /@observablehq[\\/]plot[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(STYLE, "globalThis.colightAdoptStyle(");
      if (/\("style"(?:, "\*")?\)/.test(contents)) {
        return { errors: [{ text: "styles are made in a way that is not known here" }] };
      }
      return { contents, loader: "js" };
    });
  },
};
