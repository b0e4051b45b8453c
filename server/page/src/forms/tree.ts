import type { ExpandResult, Output } from "../protocol/protocol.js";
import { count, h } from "../view/dom.js";
import type { Form, FormHost, FormView } from "./form.js";

export const TREE_MIME = "application/vnd.colight.tree+json";

/** A node of a tree: see docs/outputs.md. */
export interface TreeNode {
  readonly label?: string;
  readonly text: string;
  readonly type?: string;
  readonly kind: string;
  readonly children?: readonly TreeNode[];
  readonly total?: number;
  readonly expandable?: string;
}

const PAGE = 100;
/** A root with more children than these is closed at first: its text tells what it is. */
const OPEN_AT_FIRST = 12;

/** Where the children of a node come from. */
type Source = (
  offset: number,
  limit: number,
) => Promise<{ nodes: readonly TreeNode[]; total: number }>;

/** Makes the line of a node, and its children when it is opened. */
function nodeView(node: TreeNode, host: FormHost, level: number): HTMLElement {
  const source = sourceOf(node, host);
  const line = h(
    "div.node-line",
    {},
    node.label !== undefined && h("span.node-label", {}, node.label),
    h(`span.node-text.k-${node.kind}`, {}, node.text),
    node.type !== undefined && h("span.node-type", {}, node.type),
  );
  if (source === null) {
    return h("div.node.leaf", { role: "treeitem" }, line);
  }
  const summary = h("summary", {}, line);
  const details = h("details.node", { role: "treeitem", "aria-expanded": "false" }, summary);
  const children = h("div.children", { role: "group" });
  details.addEventListener("toggle", () => {
    details.setAttribute("aria-expanded", String(details.open));
    if (details.open && !children.isConnected) {
      details.append(children);
      void addPage(children, source, 0, host, level + 1);
    }
  });
  details.open = level === 0 && (node.total ?? node.children?.length ?? 0) <= OPEN_AT_FIRST;
  return details;
}

function sourceOf(node: TreeNode, host: FormHost): Source | null {
  const here = node.children ?? [];
  const total = node.total ?? here.length;
  const ref = node.expandable;
  if (here.length === 0 && (ref === undefined || total === 0)) {
    return null;
  }
  return async (offset, limit) => {
    if (offset < here.length || ref === undefined) {
      return {
        nodes: here.slice(offset, offset + limit),
        total: ref === undefined ? here.length : total,
      };
    }
    const more = await host.expand(ref, offset, limit);
    if (more.message !== undefined) {
      throw new Error(more.message);
    }
    return { nodes: nodesOf(more), total: more.total };
  };
}

function nodesOf(more: ExpandResult): TreeNode[] {
  return more.children.map((child) => {
    const payload = child.mime[TREE_MIME];
    if (typeof payload === "string") {
      return JSON.parse(payload) as TreeNode;
    }
    const text = child.mime["text/plain"];
    return {
      text: typeof text === "string" ? text : "…",
      kind: "other",
      ...(child.label === undefined ? {} : { label: child.label }),
      ...(child.type === undefined ? {} : { type: child.type }),
      ...(child.expandable === undefined ? {} : { expandable: child.expandable }),
    };
  });
}

async function addPage(
  parent: HTMLElement,
  source: Source,
  offset: number,
  host: FormHost,
  level: number,
): Promise<void> {
  const waiting = h("div.node-line.muted", {}, "…");
  parent.append(waiting);
  try {
    const { nodes, total } = await source(offset, PAGE);
    waiting.remove();
    parent.append(...nodes.map((node) => nodeView(node, host, level)));
    const end = offset + nodes.length;
    if (nodes.length > 0 && (end < total || total < 0)) {
      const more = h("button.more", {
        type: "button",
        click: () => {
          more.remove();
          void addPage(parent, source, end, host, level);
        },
      });
      more.textContent =
        total < 0
          ? "show more"
          : `${count(total - end)} more · show ${count(Math.min(PAGE, total - end))}`;
      parent.append(more);
    }
  } catch (error) {
    waiting.textContent = (error as Error).message;
  }
}

function treeView(root: TreeNode, host: FormHost): FormView {
  return { element: h("div.tree", { role: "tree" }, nodeView(root, host, 0)) };
}

export const TREE: Form = {
  mime: TREE_MIME,
  create: (content, output: Output, host) => {
    const root = JSON.parse(content) as TreeNode;
    const ref = root.expandable ?? output.expandable;
    return treeView(ref === undefined ? root : { ...root, expandable: ref }, host);
  },
};

export const JSON_FORM: Form = {
  mime: "application/json",
  create: (content, _output, host) => treeView(jsonNode(JSON.parse(content), undefined), host),
};

/** Makes a node of JSON; its children when somebody looks at them. */
export function jsonNode(value: unknown, label: string | undefined): TreeNode {
  const named = label === undefined ? {} : { label };
  if (value === null || typeof value !== "object") {
    const kind = value === null ? "null" : typeof value === "string" ? "text" : typeof value;
    return { ...named, text: JSON.stringify(value), kind };
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const list = Array.isArray(value);
  return {
    ...named,
    text: list ? `[${entries.length}]` : `{${summary(entries.map(([key]) => key))}}`,
    kind: list ? "list" : "object",
    total: entries.length,
    get children() {
      return entries.map(([key, child]) => jsonNode(child, key));
    },
  };
}

function summary(keys: readonly string[]): string {
  const text = keys.slice(0, 6).join(", ");
  return keys.length > 6 ? `${text}, …` : text;
}
