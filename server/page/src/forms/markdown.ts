import katex from "katex";
import MarkdownIt from "markdown-it";
import { h } from "../view/dom.js";
import { highlight } from "../lang/java.js";
import type { Form } from "./form.js";

/** HTML in Markdown is shown as text: what it would do belongs into a sandboxed frame. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });

/** Links that lead somewhere: no scripts, no files of the reader's. */
markdown.validateLink = (url) =>
  /^(https?:|mailto:|#|data:image\/(png|gif|jpeg|webp|svg))/i.test(url.trim());

markdown.inline.ruler.after("escape", "formula", (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== "$") {
    return false;
  }
  const fence = src.startsWith("$$", pos) ? "$$" : "$";
  const start = pos + fence.length;
  const end = closing(src, start, fence);
  const content = end < 0 ? "" : src.slice(start, end);
  // As elsewhere, what costs $5 or $6 is no formula.
  const isText = fence === "$" && (/^\s|\s$/.test(content) || /^\d/.test(src.slice(end + 1)));
  if (content.trim() === "" || isText) {
    return false;
  }
  if (!silent) {
    const token = state.push("formula", "", 0);
    token.content = content;
    token.meta = { display: fence === "$$" };
  }
  state.pos = end + fence.length;
  return true;
});

function closing(source: string, start: number, fence: string): number {
  for (let at = source.indexOf(fence, start); at >= 0; at = source.indexOf(fence, at + 1)) {
    if (source[at - 1] !== "\\") {
      return at;
    }
  }
  return -1;
}

markdown.renderer.rules["formula"] = (tokens, i) => {
  const token = tokens[i];
  const display = (token?.meta as { display: boolean }).display;
  const content = markdown.utils.escapeHtml(token?.content ?? "");
  return `<span class="formula" data-display="${String(display)}">${content}</span>`;
};

/** Returns Markdown as nodes. */
export function renderMarkdown(text: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = markdown.render(text);
  const { content } = template;
  for (const formula of content.querySelectorAll<HTMLElement>(".formula")) {
    renderFormula(formula, formula.textContent ?? "", formula.dataset["display"] === "true");
  }
  for (const link of content.querySelectorAll("a")) {
    if (!(link.getAttribute("href") ?? "").startsWith("#")) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
  for (const code of content.querySelectorAll<HTMLElement>("pre > code.language-java")) {
    code.replaceChildren(highlight(code.textContent ?? ""));
  }
  for (const image of content.querySelectorAll("img")) {
    image.loading = "lazy";
  }
  return content;
}

/** Builds nodes, not HTML: styles in attributes are what a strict policy blocks. */
function renderFormula(element: HTMLElement, formula: string, displayMode: boolean): void {
  element.replaceChildren();
  try {
    katex.render(formula, element, { displayMode, throwOnError: false, strict: "ignore" });
  } catch {
    element.textContent = formula;
  }
}

export const MARKDOWN: Form = {
  mime: "text/markdown",
  create: (content) => {
    const element = h("div.prose");
    element.append(renderMarkdown(content));
    return {
      element,
      update: (next) => {
        element.replaceChildren(renderMarkdown(next));
        return true;
      },
    };
  },
};

export const LATEX: Form = {
  mime: "text/latex",
  create: (content) => {
    const element = h("div.latex");
    renderFormula(element, content, true);
    return {
      element,
      update: (next) => {
        renderFormula(element, next, true);
        return true;
      },
    };
  },
};
