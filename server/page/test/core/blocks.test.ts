import assert from "node:assert/strict";
import { it } from "node:test";
import { Blocks } from "../../src/core/blocks.js";

/** Draws numbers that are the same each time, so that a failure can be repeated. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

it("is what a map would be, through thousands of changes, and leaves what it was made from", () => {
  const draw = drawing(7);
  let blocks: Blocks<number> = Blocks.NONE;
  let expected = new Map<string, number>();
  for (let step = 0; step < 3_000; step++) {
    const before = blocks;
    const sorted = [...expected].sort();
    const put = Array.from({ length: draw(4) }, () => [`b${draw(400)}`, step] as const);
    const removed = Array.from({ length: draw(3) }, () => `b${draw(400)}`);
    expected = new Map(expected);
    removed.forEach((id) => expected.delete(id));
    put.forEach(([id, value]) => expected.set(id, value));
    blocks = blocks.changed(put, removed);
    assert.equal(blocks.size, expected.size);
    if (step % 100 === 0) {
      assert.deepEqual([...blocks].sort(), [...expected].sort());
      assert.ok([...blocks.keys()].every((id) => blocks.get(id) === expected.get(id)));
      assert.equal([...blocks.values()].length, expected.size);
      assert.deepEqual([...before].sort(), sorted);
    }
  }
});

it("copies only what changes", () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `block-${i}`);
  const blocks = Blocks.of(ids.map((id) => [id, id] as const));
  assert.equal(blocks.size, ids.length);
  const began = performance.now();
  let changed = blocks;
  ids.forEach((id) => (changed = changed.with(id, `${id}!`)));
  const copying = performance.now() - began;
  assert.ok(ids.every((id) => changed.get(id) === `${id}!` && blocks.get(id) === id));
  const map = performance.now();
  for (let i = 0; i < 300; i++) {
    new Map(ids.map((id) => [id, id]));
  }
  const whole = (performance.now() - map) * (ids.length / 300);
  assert.ok(copying * 5 < whole, `${copying} ms, and ${whole} ms for whole copies`);
});
