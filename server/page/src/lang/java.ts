/** What a piece of Java is, for its colour. */
export type TokenKind =
  "keyword" | "type" | "function" | "string" | "number" | "comment" | "annotation" | "plain";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  `abstract assert boolean break byte case catch char class const continue default do double else
  enum extends final finally float for goto if implements import instanceof int interface long
  native new package private protected public return short static strictfp super switch
  synchronized this throw throws transient try void volatile while true false null _`.split(/\s+/),
);

/** Keywords only where they stand before a name or a brace: elsewhere they are names. */
const CONTEXTUAL = new Set(
  `var record sealed permits yield when module requires exports opens uses provides with to
  transitive open`.split(/\s+/),
);

const SCANNER = new RegExp(
  [
    /(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))/,
    /(?<string>"""[^]*?(?:(?<!\\)"""|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/,
    /(?<number>0[xX][\da-fA-F_]+(?:\.[\da-fA-F_]*)?(?:[pP][+-]?\d+)?[lLfFdD]?|0[bB][01_]+[lL]?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[lLfFdD]?)/,
    /(?<annotation>@(?!interface\b)[\p{L}_$][\p{L}\p{N}_$.]*)/u,
    /(?<keyword>non-sealed\b|@interface\b)/,
    /(?<word>[\p{L}_$][\p{L}\p{N}_$]*)/u,
    /(?<plain>\s+|[^])/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);

/** Takes Java apart, whole or broken; the texts of the tokens together are the source. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(SCANNER)) {
    const text = match[0];
    const found = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined);
    const group = found?.[0] ?? "plain";
    const kind =
      group === "word" ? wordKind(text, source, match.index + text.length) : (group as TokenKind);
    const last = tokens.at(-1);
    if (last !== undefined && last.kind === kind && kind === "plain") {
      tokens[tokens.length - 1] = { kind, text: last.text + text };
    } else {
      tokens.push({ kind, text });
    }
  }
  return tokens;
}

function wordKind(word: string, source: string, end: number): TokenKind {
  if (KEYWORDS.has(word)) {
    return "keyword";
  }
  const rest = source.slice(end, end + 40);
  if (CONTEXTUAL.has(word) && /^\s+[\p{L}_$"(]/u.test(rest)) {
    return "keyword";
  }
  if (/^\s*\(/.test(rest)) {
    return /^\p{Lu}/u.test(word) ? "type" : "function";
  }
  return /^\p{Lu}(?=.*\p{Ll})|^\p{Lu}$/u.test(word) ? "type" : "plain";
}

/** Returns Java as nodes, coloured by class names. */
export function highlight(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { kind, text } of tokenize(source)) {
    if (kind === "plain") {
      fragment.append(text);
    } else {
      const span = document.createElement("span");
      span.className = `j-${kind}`;
      span.textContent = text;
      fragment.append(span);
    }
  }
  return fragment;
}
