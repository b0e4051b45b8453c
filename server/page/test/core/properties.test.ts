import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isStale } from "../../src/core/model.js";
import { emptyDocument, type Message, reduce } from "../../src/core/reduce.js";
import type { DocumentModel } from "../../src/core/model.js";
import { URI } from "../support.js";
import { Story } from "./messages.js";

/** Returns all that a document says, as a value of its own. */
function picture(model: DocumentModel): string {
  const blocks = [...model.blocks.values()].map((block) => ({
    ...block,
    stream: block.stream && { ...block.stream, log: block.stream.log.toArray() },
  }));
  return JSON.stringify({ ...model, blocks });
}

function check(model: DocumentModel, next: DocumentModel, message: Message): void {
  assert.deepEqual(
    [...next.order].sort(),
    [...next.blocks.keys()].sort(),
    "the order names each block once",
  );
  assert.ok(message.method === "colight/document" || next.run >= model.run, "runs do not go back");
  for (const block of next.blocks.values()) {
    const { info, shown } = block;
    const ownText =
      shown === null || shown.source === info.source || (info.key !== "" && shown.key === info.key);
    assert.ok(ownText || isStale(block), `${info.id} shows what other code made, unmarked`);
  }
}

describe("reduce, whatever a server says", () => {
  it("keeps its promises, and leaves earlier states as they were", () => {
    for (let seed = 0; seed < 300; seed++) {
      const story = new Story(seed);
      const past: [DocumentModel, string][] = [];
      let model = reduce(emptyDocument(URI), story.everything());
      for (let edit = 0; edit < 12; edit++) {
        for (const message of story.edit()) {
          const next = reduce(model, message);
          check(model, next, message);
          past.push([next, picture(next)]);
          model = next;
        }
      }
      for (const [state, before] of past) {
        assert.equal(picture(state), before, `seed ${seed}`);
      }
    }
  });
});
