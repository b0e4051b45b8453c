import { INPUT_MIME, type InputSpec } from "../forms/input.js";
import { StreamView } from "../forms/stream.js";
import type { FormHost } from "../forms/form.js";
import type { Output } from "../protocol/protocol.js";
import { arrange, h } from "./dom.js";
import { OutputView } from "./output.js";

/** Outputs that are shown together: what was printed in a row, or one value or display. */
interface Group {
  readonly key: string;
  readonly outputs: readonly Output[];
}

type GroupView =
  | { readonly kind: "stream"; readonly view: StreamView }
  | { readonly kind: "output"; readonly view: OutputView };

/** The outputs of a block. One that is there again stays the same element. */
export class OutputList {
  readonly element = h("div.outputs");
  private views = new Map<string, GroupView>();
  private outputs: readonly Output[] = [];

  constructor(private readonly host: FormHost) {}

  paint(all: readonly Output[]): void {
    if (all === this.outputs) {
      return;
    }
    this.outputs = all;
    const outputs = withoutEchoes(all);
    const last = outputs.findLastIndex((output) => output.kind === "value");
    const lastValue = last < 0 ? undefined : outputs[last];
    const next = new Map<string, GroupView>();
    for (const group of groupsOf(outputs)) {
      next.set(group.key, this.viewOf(group, lastValue));
    }
    for (const [key, view] of this.views) {
      if (!next.has(key) && view.kind === "output") {
        view.view.dispose();
      }
    }
    this.views = next;
    arrange(
      this.element,
      [...next.values()].map(({ view }) => view.element),
    );
  }

  dispose(): void {
    this.paint([]);
  }

  private viewOf(group: Group, lastValue: Output | undefined): GroupView {
    const known = this.views.get(group.key);
    const first = group.outputs[0];
    if (first === undefined || isStream(first)) {
      if (known?.kind === "stream") {
        known.view.update(group.outputs);
        return known;
      }
      return { kind: "stream", view: new StreamView(group.outputs, this.host) };
    }
    if (known?.kind === "output") {
      known.view.update(first, first === lastValue);
      return known;
    }
    return { kind: "output", view: new OutputView(first, first === lastValue, this.host) };
  }
}

/** Leaves out values that say no more than the input on the same line does. */
function withoutEchoes(outputs: readonly Output[]): readonly Output[] {
  const inputs = new Map<number, string>();
  for (const output of outputs) {
    const spec = inputOf(output);
    if (spec !== null) {
      const chosen = spec.kind === "select" ? spec.options?.[Number(spec.value)] : spec.value;
      inputs.set(output.line, chosen ?? spec.value);
    }
  }
  return inputs.size === 0
    ? outputs
    : outputs.filter(({ kind, line, mime }) => {
        const text = mime["text/plain"];
        const bare = typeof text === "string" ? text.replace(/^"(.*)"$/, "$1") : undefined;
        const said = inputs.get(line);
        const same = bare === said || (said !== "" && Number(bare) === Number(said));
        return kind !== "value" || INPUT_MIME in mime || !same;
      });
}

function inputOf(output: Output): InputSpec | null {
  const input = output.mime[INPUT_MIME];
  return typeof input === "string" ? (JSON.parse(input) as InputSpec) : null;
}

/**
 * Names each group by what is likely to be the same thing in the next result: an id, an input's
 * name, a variable; else its place among those like it.
 */
function groupsOf(outputs: readonly Output[]): Group[] {
  const groups: { key: string; outputs: Output[] }[] = [];
  const seen = new Map<string, number>();
  for (const output of outputs) {
    const previous = groups.at(-1);
    const before = previous?.outputs[0];
    if (isStream(output) && before !== undefined && isStream(before)) {
      previous?.outputs.push(output);
      continue;
    }
    const name = nameOf(output);
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    groups.push({ key: `${name}#${n}`, outputs: [output] });
  }
  return groups;
}

function nameOf(output: Output): string {
  if (isStream(output)) {
    return "stream";
  }
  if (output.id !== undefined) {
    return `id:${output.id}`;
  }
  const input = inputOf(output);
  if (input !== null) {
    return `input:${input.name}`;
  }
  return `${output.kind}:${output.name ?? ""}`;
}

function isStream(output: Output): boolean {
  return output.kind === "stdout" || output.kind === "stderr";
}
