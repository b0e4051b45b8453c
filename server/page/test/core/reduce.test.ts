import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isStale, markOf } from "../../src/core/model.js";
import { emptyDocument, type Message, reduce } from "../../src/core/reduce.js";
import type { DocumentModel } from "../../src/core/model.js";
import type { BlockInfo } from "../../src/protocol/protocol.js";
import { code, documentOf, result, stdout, URI, value } from "../support.js";

function after(...messages: Message[]): DocumentModel {
  return messages.reduce(reduce, emptyDocument(URI));
}

const A = code("a", "int x = 1");
const B = code("b", "x + 1");
const OPEN: Message = {
  method: "colight/document",
  params: documentOf(result(A, [value("1")]), result(B, [value("2")])),
};

function runStart(run: number, blocks: BlockInfo[], more = {}): Message {
  const params = {
    uri: URI,
    version: run,
    run,
    reason: "edit" as const,
    blocks,
    removed: [],
    ...more,
  };
  return { method: "colight/runStart", params };
}

function finished(run: number, block: BlockInfo, text: string, more = {}): Message {
  return {
    method: "colight/blockResult",
    params: result(block, [value(text)], { run, version: run, ...more }),
  };
}

describe("reduce", () => {
  it("keeps what is shown, marked as stale, while a block is run with other code", () => {
    const model = after(OPEN, runStart(2, [code("a", "int x = 2", { key: "", state: "queued" })]));
    const block = model.blocks.get("a");
    assert.ok(block);
    assert.equal(block.shown?.outputs[0]?.mime["text/plain"], "1");
    assert.ok(isStale(block));
    assert.equal(markOf(block, null), "queued");
  });

  it("shows what a block that is broken showed before, also to a page that comes later", () => {
    const fresh = result(A, [value("1")]);
    const broken = code("a", "int x =", { key: "", state: "stale" });
    const failed = result(broken, [], {
      run: 2,
      version: 2,
      status: "invalid",
      error: { message: "illegal start of expression", trace: [] },
    });
    const live = after(
      { method: "colight/document", params: documentOf(fresh) },
      runStart(2, [broken]),
      { method: "colight/blockResult", params: failed },
    );
    const late = after({
      method: "colight/document",
      params: {
        ...documentOf(fresh),
        run: 2,
        version: 2,
        blocks: [broken],
        results: [fresh, failed],
      },
    });
    const block = late.blocks.get("a");
    assert.ok(block);
    assert.deepEqual(block, live.blocks.get("a"));
    assert.equal(block.shown?.outputs[0]?.mime["text/plain"], "1");
    assert.equal(block.result?.status, "invalid");
    assert.ok(isStale(block));
  });

  it("takes a document whose runs are counted anew", () => {
    const ended = { executed: 1, cached: 0, failed: 0, durationMs: 1, status: "done" as const };
    const model = after(
      OPEN,
      runStart(7, [A]),
      finished(7, A, "7"),
      { method: "colight/runEnd", params: { ...ended, uri: URI, version: 7, run: 7 } },
      OPEN,
      runStart(2, [A]),
      finished(2, A, "2"),
    );
    assert.equal(model.run, 2);
    assert.equal(model.end, null);
    assert.equal(model.blocks.get("a")?.shown?.outputs[0]?.mime["text/plain"], "2");
  });

  it("takes an unchanged result as one of the present text", () => {
    const edited = code("a", "int x = 1 // one", { key: "k:int x = 1" });
    const model = after(
      OPEN,
      runStart(2, [{ ...edited, key: "", state: "queued" }]),
      finished(2, edited, "", { status: "unchanged", outputs: [] }),
    );
    const block = model.blocks.get("a");
    assert.ok(block);
    assert.equal(block.shown?.outputs[0]?.mime["text/plain"], "1");
    assert.ok(!isStale(block));
    assert.equal(markOf(block, null), "fresh");
  });

  it("leaves out a result of a superseded run beside code that did not make it", () => {
    const model = after(
      OPEN,
      runStart(2, [code("a", "int x = 2", { state: "queued" })]),
      runStart(3, [code("a", "int x = 3", { state: "queued" })]),
      finished(2, code("a", "int x = 2"), "2"),
    );
    assert.equal(model.blocks.get("a")?.shown?.outputs[0]?.mime["text/plain"], "1");
  });

  it("paints a result of a superseded run where the text has not changed since", () => {
    const model = after(
      OPEN,
      runStart(2, [code("b", "x + 1", { key: "", state: "queued" })]),
      runStart(3, [code("a", "int x = 3", { state: "queued" })]),
      finished(2, B, "3"),
    );
    assert.equal(model.blocks.get("b")?.shown?.outputs[0]?.mime["text/plain"], "3");
  });

  it("does not go back to an older run", () => {
    const model = after(OPEN, runStart(5, []));
    assert.equal(reduce(model, runStart(4, [], { removed: ["a"] })), model);
  });

  it("keeps the last good outputs, outdated, where an attempt came to nothing", () => {
    const broken = code("a", "int x = ;", { key: "" });
    const model = after(OPEN, finished(2, broken, "", { status: "invalid", outputs: [] }));
    const block = model.blocks.get("a");
    assert.ok(block);
    assert.equal(block.shown?.outputs.length, 1);
    assert.ok(isStale(block));
    assert.equal(markOf(block, null), "failed");
  });

  it("takes away the outputs of code that ran and shows nothing", () => {
    const model = after(OPEN, finished(2, A, "", { outputs: [] }));
    assert.deepEqual(model.blocks.get("a")?.shown?.outputs, []);
  });

  it("forgets what was removed and follows the order", () => {
    const added = code("c", "y");
    const model = after(OPEN, runStart(2, [added], { removed: ["a"], order: ["c", "b"] }));
    assert.deepEqual(model.order, ["c", "b"]);
    assert.ok(!model.blocks.has("a"));
  });

  it("gathers a stream until the result takes its place", () => {
    const output = (sequence: number, text: string): Message => ({
      method: "colight/blockOutput",
      params: { uri: URI, run: 2, block: "a", output: stdout(text), sequence },
    });
    const running = after(
      OPEN,
      runStart(2, [{ ...A, state: "queued" }]),
      output(0, "1\n"),
      output(1, "2\n"),
    );
    const texts = running.blocks
      .get("a")
      ?.stream?.log.toArray()
      .map((o) => o.mime["text/plain"]);
    assert.deepEqual(texts, ["1\n", "2\n"]);
    const again = reduce(running, output(1, "2\n"));
    assert.equal(again, running);
    assert.equal(reduce(running, finished(2, A, "1")).blocks.get("a")?.stream, null);
  });

  it("puts a display in the place of the one with its id", () => {
    const display = (text: string): ReturnType<typeof value> => ({
      ...value(text, { id: "d" }),
      kind: "display",
    });
    const outputs = [display("1"), value("x"), display("2")];
    const model = after(OPEN, finished(2, A, "", { outputs }));
    const texts = model.blocks.get("a")?.shown?.outputs.map((o) => o.mime["text/plain"]);
    assert.deepEqual(texts, ["2", "x"]);
  });

  it("names the block that was edited, not those that depend on it", () => {
    const model = after(
      OPEN,
      runStart(2, [{ ...A, state: "queued" }, code("b", "x + 2", { state: "queued" })]),
    );
    assert.deepEqual(model.edited, { block: "b", run: 2 });
  });

  it("keeps blocks that are equal after a reconnect, and drops the others", () => {
    const model = after(OPEN);
    const next = reduce(model, {
      method: "colight/document",
      params: { ...documentOf(result(A, [value("1")])), run: 1 },
    });
    assert.equal(next.blocks.get("a"), model.blocks.get("a"));
    assert.ok(!next.blocks.has("b"));
  });

  it("leaves alone what is about another document", () => {
    const model = after(OPEN);
    const other = { ...runStart(2, []).params, uri: "file:///other.jsh" };
    assert.equal(reduce(model, { method: "colight/runStart", params: other } as Message), model);
  });
});
