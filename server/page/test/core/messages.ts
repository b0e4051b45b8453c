import type { Message } from "../../src/core/reduce.js";
import type {
  BlockInfo,
  BlockResultParams,
  BlockState,
  Output,
} from "../../src/protocol/protocol.js";
import { code, documentOf, prose, result, stdout, URI, value } from "../support.js";

/** Random numbers that are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const TABLE = JSON.stringify({
  columns: [{ name: "n", type: "number" }],
  rows: [["1"], ["2"]],
  total: 2,
  offset: 0,
});
const TREE = JSON.stringify({
  text: "Point[1, 2]",
  kind: "object",
  children: [{ label: "x", text: "1", kind: "number" }],
});

/**
 * A server whose user edits, moves and removes blocks at random, and that tells of it: mostly in
 * order, now and then late, twice, or from the start after a lost connection.
 */
export class Story {
  private readonly random: Random;
  private blocks: BlockInfo[] = [];
  private results = new Map<string, BlockResultParams>();
  private run = 1;
  private ids = 0;
  private late: Message[] = [];

  constructor(seed: number) {
    this.random = new Random(seed);
    for (let i = this.random.below(6); i >= 0; i--) {
      this.blocks.push(this.newBlock());
    }
  }

  /** Returns everything, as a client that comes late gets it. */
  everything(): Message {
    const all = this.blocks.map((block) => this.results.get(block.id) ?? result(block, []));
    const params = { ...documentOf(...all), run: this.run, version: this.run };
    const results = params.results.filter(({ block }) => this.results.has(block.id));
    return { method: "colight/document", params: { ...params, blocks: this.blocks, results } };
  }

  /** Returns the messages of one edit, run to its end or not. */
  edit(): Message[] {
    const messages = this.random.chance(0.15) ? this.late.splice(0, 2) : [];
    this.run++;
    const changed = this.change();
    messages.push(this.started(changed));
    for (const block of changed.filter(({ kind }) => kind === "code")) {
      if (this.random.chance(0.85)) {
        messages.push(...this.outcome(block));
      }
    }
    if (this.random.chance(0.8)) {
      messages.push(this.ended());
    }
    if (this.random.chance(0.1)) {
      messages.push(this.random.of(messages));
    }
    if (this.random.chance(0.06)) {
      messages.push(this.everything());
    }
    return messages;
  }

  /** Returns what ends all that is under way. */
  rest(): Message[] {
    this.run++;
    const blocks = this.blocks.map((block) => ({ ...block, state: "queued" as const }));
    const order = blocks.map(({ id }) => id);
    const start: Message = {
      method: "colight/runStart",
      params: {
        uri: URI,
        version: this.run,
        run: this.run,
        reason: "command",
        blocks,
        removed: [],
        order,
      },
    };
    const outcomes = this.blocks
      .filter(({ kind }) => kind === "code")
      .map((block) => this.finished(block));
    return [start, ...outcomes, this.ended()];
  }

  private change(): BlockInfo[] {
    const { random } = this;
    const changed: BlockInfo[] = [];
    const at = random.below(this.blocks.length);
    switch (random.below(5)) {
      case 0: {
        const added = this.newBlock();
        this.blocks.splice(at, 0, added);
        changed.push(added);
        break;
      }
      case 1:
        if (this.blocks.length > 1) {
          this.blocks.splice(at, 1);
        }
        break;
      case 2:
        this.blocks.push(...this.blocks.splice(at, 1));
        break;
      default:
        for (let i = random.below(3); i >= 0; i--) {
          changed.push(this.edited(random.below(this.blocks.length)));
        }
    }
    this.blocks = this.blocks.map((block, index) => ({ ...block, index }));
    const ids = new Set(changed.map(({ id }) => id));
    return this.blocks.filter(({ id }) => ids.has(id));
  }

  private edited(at: number): BlockInfo {
    const block = this.blocks[at] as BlockInfo;
    const text = this.text();
    const next =
      block.kind === "prose"
        ? prose(block.id, `# ${text}`)
        : code(block.id, text, { provides: ["x"] });
    this.blocks[at] = next;
    return next;
  }

  private newBlock(): BlockInfo {
    const id = `b${this.ids++}`;
    return this.random.chance(0.25) ? prose(id, `*${this.text()}*`) : code(id, this.text());
  }

  private text(): string {
    return `f(${this.random.below(5)})`;
  }

  private started(changed: BlockInfo[]): Message {
    const blocks = changed.map((block) => ({ ...block, key: "", state: "queued" as BlockState }));
    return {
      method: "colight/runStart",
      params: {
        uri: URI,
        version: this.run,
        run: this.run,
        reason: this.random.of(["edit", "save", "input"] as const),
        blocks,
        removed: this.results.size === 0 ? [] : this.gone(),
        order: this.blocks.map(({ id }) => id),
      },
    };
  }

  private gone(): string[] {
    const here = new Set(this.blocks.map(({ id }) => id));
    const gone = Array.from({ length: this.ids }, (_, i) => `b${i}`).filter((id) => !here.has(id));
    gone.forEach((id) => this.results.delete(id));
    return gone;
  }

  private outcome(block: BlockInfo): Message[] {
    const { random } = this;
    const messages: Message[] = [];
    const streamed = random.below(4);
    for (let sequence = 0; sequence < streamed; sequence++) {
      const output = this.output();
      const params = { uri: URI, run: this.run, block: block.id, output, sequence };
      messages.push({ method: "colight/blockOutput", params });
    }
    if (streamed === 0 || random.chance(0.8)) {
      const end = this.finished(block);
      (random.chance(0.1) ? this.late : messages).push(end);
    }
    return messages;
  }

  private finished(block: BlockInfo): Message {
    const { random } = this;
    const status = random.of([
      "ok",
      "ok",
      "ok",
      "error",
      "invalid",
      "blocked",
      "held",
      "unchanged",
    ] as const);
    const outputs =
      status === "ok" || status === "error"
        ? Array.from({ length: random.below(4) }, () => this.output())
        : [];
    const failed = status !== "ok" && status !== "unchanged";
    const state: BlockState = status === "held" ? "held" : status === "invalid" ? "stale" : "fresh";
    const params = result({ ...block, state }, outputs, {
      run: this.run,
      version: this.run,
      status,
      ...(failed ? { error: { message: `no ${random.below(9)}`, trace: [] } } : {}),
    });
    if (status !== "unchanged") {
      this.results.set(block.id, params);
    }
    return { method: "colight/blockResult", params };
  }

  private ended(): Message {
    const params = { executed: 1, cached: 2, failed: 0, durationMs: 3, status: "done" as const };
    return {
      method: "colight/runEnd",
      params: { ...params, uri: URI, version: this.run, run: this.run },
    };
  }

  private output(): Output {
    const { random } = this;
    const n = random.below(5);
    switch (random.below(8)) {
      case 0:
        return {
          ...stdout(`line ${n}\n`),
          ...(random.chance(0.3) ? { kind: "stderr" as const } : {}),
        };
      case 1:
        return stdout(`\u001b[3${n}mred\u001b[0m ${n}\n`);
      case 2:
        return value("table", {
          mime: { "text/plain": "[1, 2]", "application/vnd.colight.table+json": TABLE },
        });
      case 3:
        return value("tree", {
          mime: { "text/plain": "Point", "application/vnd.colight.tree+json": TREE },
        });
      case 4: {
        const progress = JSON.stringify({ label: "p", value: n, total: 10, done: n === 4 });
        return {
          ...value("p", { id: `d${n % 2}` }),
          kind: "display",
          mime: { "text/plain": "p", "application/vnd.colight.progress+json": progress },
        };
      }
      case 5: {
        const input = JSON.stringify({
          name: "s",
          kind: "slider",
          label: "s",
          value: String(n),
          min: 0,
          max: 9,
        });
        return {
          ...value("s"),
          kind: "display",
          mime: { "text/plain": "s", "application/vnd.colight.input+json": input },
        };
      }
      case 6:
        return {
          ...value("m"),
          kind: "display",
          mime: { "text/plain": "m", "text/markdown": `**${n}** $x$` },
        };
      default:
        return value(String(n), random.chance(0.5) ? { name: "x", type: "int" } : {});
    }
  }
}
