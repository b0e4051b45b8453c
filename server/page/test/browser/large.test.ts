import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { code, documentOf, prose, result, URI, value } from "../support.js";
import { startBrowser, stopBrowser, visit } from "./browser.js";

before(startBrowser);
after(stopBrowser);

const BLOCKS = 1_000;

const LARGE = documentOf(
  ...Array.from({ length: BLOCKS }, (_, i) =>
    i % 10 === 0
      ? result(prose(`b${i}`, `## Section ${i}\n\nSome words on *what* follows, $x_${i}$.`), [])
      : result(code(`b${i}`, `int a${i} = ${i};\nvar s${i} = "text " + a${i};\ns${i}.length()`), [
          value(String(i), { name: `a${i}`, type: "int" }),
          value(`"text ${i}"`, { name: `s${i}`, type: "String" }),
          value("7", { type: "int" }),
        ]),
  ),
);

it("shows a thousand blocks, of which an edit paints one", async () => {
  await visit(LARGE, async ({ server, page }) => {
    await page.waitForFunction((n) => document.querySelectorAll(".block").length === n, BLOCKS);
    await page.evaluate(() => {
      const touched: string[] = [];
      new MutationObserver((records) =>
        records.forEach(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          touched.push(element?.closest(".block")?.id ?? "");
        }),
      ).observe(document.querySelector(".document") as Element, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      Object.assign(window, { touched });
    });
    const edited = code("b501", "int a501 = 2;", { index: 501 });
    const common = { uri: URI, version: 2, run: 2 };
    const blocks = [{ ...edited, key: "", state: "queued" }];
    server.send("colight/runStart", { ...common, reason: "edit", blocks, removed: [] });
    server.send("colight/blockResult", result(edited, [value("2")], common));
    await page
      .locator("#block-b501 .value-text", { hasText: /^2$/ })
      .waitFor({ state: "attached" });
    const touched = await page.evaluate(() => (window as never as { touched: string[] }).touched);
    assert.deepEqual([...new Set(touched)], ["block-b501"]);
  });
});

it("scrolls a thousand blocks without long pauses", async () => {
  await visit(LARGE, async ({ page }) => {
    const frames = await page.evaluate(async () => {
      const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
      const times: number[] = [];
      let before = await nextFrame();
      for (let i = 0; i < 60; i++) {
        scrollBy(0, 400);
        const now = await nextFrame();
        times.push(now - before);
        before = now;
      }
      return times.sort((a, b) => a - b);
    });
    const median = frames[30] ?? 0;
    console.log(
      `frames while scrolling: median ${median.toFixed(1)} ms, longest ${frames.at(-1)?.toFixed(1)} ms`,
    );
    // Far above what it takes, so that a busy machine does not fail; a page that lays out all
    // blocks for each frame takes longer than this.
    assert.ok(median < 150, `${median} ms`);
  });
});
