/** How text is to look, by the escape sequences before it. */
export interface Style {
  readonly classes: readonly string[];
  readonly color: string | null;
  readonly background: string | null;
}

export const PLAIN: Style = { classes: [], color: null, background: null };

const ESCAPES =
  // Colours (group 1), and what moves a cursor or names a window, which is left out.
  /\u001b\[([\d;]*)m|\u001b\[[\d;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\^_]/g;

const ATTRIBUTES: Readonly<Record<number, string>> = {
  1: "a-bold",
  2: "a-dim",
  3: "a-italic",
  4: "a-underline",
  7: "a-inverse",
  9: "a-strike",
};

/**
 * Appends text to a node, with the colours that its escape sequences ask for.
 *
 * @returns the style that holds after the text
 */
export function appendAnsi(parent: Node, text: string, from: Style): Style {
  if (!text.includes("\u001b")) {
    appendStyled(parent, text, from);
    return from;
  }
  let style = from;
  let end = 0;
  for (const match of text.matchAll(ESCAPES)) {
    appendStyled(parent, text.slice(end, match.index), style);
    end = match.index + match[0].length;
    if (match[1] !== undefined) {
      style = styleAfter(style, match[1].split(";").map(Number));
    }
  }
  appendStyled(parent, text.slice(end), style);
  return style;
}

/** Returns the style that holds after a text that begins with another. */
export function styleAfterText(text: string, from: Style): Style {
  if (!text.includes("\u001b")) {
    return from;
  }
  let style = from;
  for (const [, colors] of text.matchAll(ESCAPES)) {
    style = colors === undefined ? style : styleAfter(style, colors.split(";").map(Number));
  }
  return style;
}

function appendStyled(parent: Node, text: string, style: Style): void {
  if (text === "") {
    return;
  }
  if (style === PLAIN) {
    parent.appendChild(document.createTextNode(text));
    return;
  }
  const span = document.createElement("span");
  span.className = style.classes.join(" ");
  span.style.color = style.color ?? "";
  span.style.backgroundColor = style.background ?? "";
  span.textContent = text;
  parent.appendChild(span);
}

function styleAfter(style: Style, codes: readonly number[]): Style {
  let next = style;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    if (code === 38 || code === 48) {
      const [color, length] = extendedColor(codes.slice(i + 1));
      next = code === 38 ? { ...next, color } : { ...next, background: color };
      i += length;
    } else {
      next = simple(next, code);
    }
  }
  return next;
}

function simple(style: Style, code: number): Style {
  const attribute = ATTRIBUTES[code];
  if (code === 0) {
    return PLAIN;
  }
  if (attribute !== undefined) {
    return { ...style, classes: [...style.classes.filter((c) => c !== attribute), attribute] };
  }
  if (code === 22) {
    return without(style, "a-bold", "a-dim");
  }
  if (code >= 23 && code <= 29) {
    return without(style, ATTRIBUTES[code - 20] ?? "");
  }
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
    return { ...style, color: named(code >= 90 ? code - 82 : code - 30) };
  }
  if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) {
    return { ...style, background: named(code >= 100 ? code - 92 : code - 40) };
  }
  if (code === 39) {
    return { ...style, color: null };
  }
  return code === 49 ? { ...style, background: null } : style;
}

function without(style: Style, ...classes: string[]): Style {
  return { ...style, classes: style.classes.filter((c) => !classes.includes(c)) };
}

function named(index: number): string {
  return `var(--ansi-${index})`;
}

/** Returns the colour that the codes after a 38 or 48 name, and how many of them do. */
function extendedColor(codes: readonly number[]): [string | null, number] {
  if (codes[0] === 5) {
    return [indexed(codes[1] ?? 0), 2];
  }
  return codes[0] === 2 ? [`rgb(${codes.slice(1, 4).join(" ")})`, 4] : [null, codes.length];
}

function indexed(index: number): string {
  if (index < 16) {
    return named(index);
  }
  if (index >= 232) {
    const grey = 8 + 10 * (index - 232);
    return `rgb(${grey} ${grey} ${grey})`;
  }
  const cube = index - 16;
  const level = (n: number): number => (n === 0 ? 0 : 55 + 40 * n);
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}
