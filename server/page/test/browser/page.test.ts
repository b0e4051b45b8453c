import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { code, documentOf, prose, result, URI, value } from "../support.js";
import { startBrowser, stopBrowser, visit } from "./browser.js";

const A = code("a", "int x = 1", { provides: ["x"] });
const B = code("b", "x + 1", { requires: ["a"] });
const DOCUMENT = documentOf(
  result(prose("p", "# A title\n\nSome *prose*."), []),
  result(A, [value("1", { name: "x", type: "int" })]),
  result(B, [value("2", { type: "int" })]),
);

describe("the page", () => {
  before(startBrowser);
  after(stopBrowser);

  it("shows a document, and an edit paints its block and nothing else", async () => {
    await visit(DOCUMENT, async ({ server, page }) => {
      assert.equal(await page.locator("h1").last().textContent(), "A title");
      assert.equal(await page.locator("#block-b .value-text").textContent(), "2");
      await page.evaluate(() => {
        const painted = new Set<string>();
        const observer = new MutationObserver((records) =>
          records.forEach(({ target }) => {
            const element = target instanceof Element ? target : target.parentElement;
            painted.add(element?.closest(".block")?.id ?? "");
          }),
        );
        const options = { subtree: true, childList: true, attributes: true, characterData: true };
        observer.observe(document.querySelector(".document") as Element, options);
        Object.assign(window, { painted });
      });
      const edited = { ...B, source: "x + 2", key: "k2", index: 2 };
      server.send("colight/runStart", {
        uri: URI,
        version: 2,
        run: 2,
        reason: "edit",
        blocks: [{ ...edited, key: "", state: "queued" }],
        removed: [],
      });
      server.send(
        "colight/blockResult",
        result(edited, [value("3", { type: "int" })], { run: 2, version: 2 }),
      );
      await page.locator("#block-b .value-text", { hasText: "3" }).waitFor();
      const painted = await page.evaluate(() => [
        ...(window as never as { painted: Set<string> }).painted,
      ]);
      assert.deepEqual(painted, ["block-b"]);
    });
  });
});
