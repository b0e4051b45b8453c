type Child = Node | string | null | undefined | false;

/**
 * Makes an element: `h("button.run", { title: "Run" }, "Run")`. Properties that are functions
 * listen to the event of their name; others are attributes, of which false and undefined ones are
 * left out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K | `${K}.${string}`,
  properties: Record<string, string | number | boolean | undefined | ((event: never) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [name = "div", ...classes] = tag.split(".");
  const element = document.createElement(name) as HTMLElementTagNameMap[K];
  if (classes.length > 0) {
    element.className = classes.join(" ");
  }
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(key, value as (event: Event) => void);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(key, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      parent.append(child);
    }
  }
}

/** Sets an attribute, or takes it away; what is as it should be is not touched. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/**
 * Makes the children of an element these, in this order. Those that are there already are moved
 * only where they must be, so that frames do not load again and what is focused stays so.
 */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let place = parent.firstElementChild;
  for (const child of children) {
    if (child === place) {
      place = place.nextElementSibling;
    } else if (place?.nextElementSibling === child) {
      // One was put in or moved away before this one: move the one in between, not all others.
      const between = place;
      place = child.nextElementSibling;
      parent.append(between);
    } else {
      parent.insertBefore(child, place);
    }
  }
}

/** Writes a number of milliseconds for people. */
export function duration(ms: number): string {
  if (ms < 1) {
    return ms < 0.1 ? "0 ms" : `${ms.toFixed(1)} ms`;
  }
  if (ms < 1_000) {
    return `${Math.round(ms)} ms`;
  }
  return ms < 60_000
    ? `${(ms / 1_000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

const NUMBERS = new Intl.NumberFormat("en");

/** Writes a count for people. */
export function count(n: number): string {
  return NUMBERS.format(n);
}
