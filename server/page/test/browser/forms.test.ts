import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { DocumentResult, Output } from "../../src/protocol/protocol.js";
import type { FakeServer } from "../fake-server.js";
import { code, documentOf, result, stdout, URI, value } from "../support.js";
import { startBrowser, stopBrowser, visit } from "./browser.js";

const GALLERY = JSON.parse(readFileSync("test/fixtures/gallery.json", "utf8")) as DocumentResult;

const FRAME = `<!doctype html><body style="margin:0"><p style="margin:0;height:123px">own</p><script>
let reached = "nothing";
try { reached = parent.document.title; } catch (e) { reached = "refused"; }
document.querySelector("p").textContent = reached + " " + origin;
new ResizeObserver(() => parent.postMessage({ colight: "height",
  height: document.documentElement.getBoundingClientRect().height }, "*")).observe(document.documentElement);
</script>`;

const TABLE = "application/vnd.colight.table+json";
const TREE = "application/vnd.colight.tree+json";
const INPUT = "application/vnd.colight.input+json";

function expands(server: FakeServer): void {
  server.payloads.set("/frame/1", { type: "text/html", body: FRAME });
  server.answers.set(
    "colight/expand",
    ({ ref, offset, limit }: { ref: string; offset: number; limit: number }) => ({
      total: 1_000_000,
      children: Array.from({ length: Math.min(limit, 1_000_000 - offset) }, (_, i) => {
        const n = offset + i;
        return ref === "million"
          ? { mime: { [TABLE]: JSON.stringify({ row: [`reading-${n}`, String(n), "0", null] }) } }
          : {
              mime: {
                [TREE]: JSON.stringify({ label: String(n), text: `Item ${n}`, kind: "object" }),
              },
            };
      }),
    }),
  );
}

function slider(value: number): Output {
  const spec = {
    name: "n",
    kind: "slider",
    label: "n",
    value: String(value),
    min: 0,
    max: 100,
    step: 1,
  };
  return { kind: "display", line: 0, mime: { "text/plain": "n", [INPUT]: JSON.stringify(spec) } };
}

describe("forms of outputs", () => {
  before(startBrowser);
  after(stopBrowser);

  /** Each form, by something that only it puts on the screen. */
  const FORMS = {
    "a table": ".table td",
    "a plot": ".plot svg path",
    "a plot of bins": ".plot svg rect",
    "Vega-Lite": ".vega svg path",
    "a slider": '.input input[type="range"]',
    "a list to choose from": ".input select",
    "a button": ".input-button button",
    progress: ".progress progress[value]",
    "coloured text": ".stream-box .a-bold",
    "standard error": ".stream-box .stderr",
    "a tree": ".tree .k-error",
    JSON: ".tree .k-boolean",
    "a vector image": '.image img[src^="data:image/svg"]',
    "an image": '.image img[src^="data:image/png"]',
    "HTML in a frame":
      '.frame iframe[sandbox~="allow-scripts"]:not([sandbox~="allow-same-origin"])',
    "a formula": ".latex .katex-html",
    "a formula in prose": ".source .katex-html",
    Markdown: ".output .prose li",
  };

  it("all show, under a policy without inline scripts and styles", async () => {
    await visit(
      GALLERY,
      async ({ page }) => {
        for (const [what, selector] of Object.entries(FORMS)) {
          const found = page.locator(selector).first();
          await found.scrollIntoViewIfNeeded().catch(() => found.waitFor({ state: "attached" }));
          assert.ok((await found.count()) > 0, what);
          assert.equal(await page.locator(".output .prose script").count(), 0);
        }
        const title = page.locator("figure h2", { hasText: "Two signals" });
        await title.scrollIntoViewIfNeeded();
        assert.equal(await page.locator(".note", { hasText: "cannot be drawn" }).count(), 0);
      },
      expands,
    );
  });

  it("keep HTML in a frame that cannot reach the page, as tall as it says", async () => {
    const frame: Output = {
      kind: "display",
      line: 0,
      mime: { "text/plain": "", "text/html": { url: "/frame/1", size: 9 } },
    };
    await visit(
      documentOf(result(code("a", "html()"), [frame])),
      async ({ page }) => {
        await page.waitForFunction(
          () => document.querySelector("iframe")?.style.height === "123px",
        );
        const text = await page.frameLocator("iframe").locator("p").textContent();
        assert.equal(text, "refused null");
      },
      expands,
    );
  });

  it("scroll through a million rows, of which few are there", async () => {
    await visit(
      GALLERY,
      async ({ page }) => {
        const scroller = page.locator(".table-scroll").nth(1);
        await scroller.scrollIntoViewIfNeeded();
        await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
        await page.locator(".table td", { hasText: /^reading-999999$/ }).waitFor();
        assert.ok((await scroller.locator("tr").count()) < 60);
        await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
        await page
          .locator(".table td", { hasText: /^reading-(49999|50000)\d$/ })
          .first()
          .waitFor();
      },
      expands,
    );
  });

  it("sort and filter a table, and copy it", async () => {
    await visit(
      GALLERY,
      async ({ page }) => {
        const table = page.locator(".table").first();
        const first = table.locator("tbody tr").first().locator("td").first();
        await table.locator("th button", { hasText: "radius" }).click();
        assert.equal(await first.textContent(), "Mercury");
        await table.locator("th button", { hasText: "radius" }).click();
        assert.equal(await first.textContent(), "Jupiter");
        await table.hover();
        await table.locator("button", { hasText: "Copy" }).click();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied.split("\n")[1], "Jupiter\t69911\t4331.0\ttrue");
        const large = page.locator(".table").nth(1);
        await large.locator(".table-filter").fill("g-19");
        assert.equal(await large.locator("tbody tr").count(), 11);
        await large.locator(".table-foot", { hasText: "11 rows of the first 200" }).waitFor();
      },
      expands,
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("open a tree of a million children in pages", async () => {
    await visit(
      GALLERY,
      async ({ page }) => {
        const items = page.locator(".tree summary", { hasText: "items" }).first();
        await items.scrollIntoViewIfNeeded();
        await items.click();
        await page.locator(".node-text", { hasText: /^Item 99$/ }).waitFor();
        await page.locator(".tree .more", { hasText: "999,900 more" }).click();
        await page.locator(".node-text", { hasText: /^Item 199$/ }).waitFor();
      },
      expands,
    );
  });

  it("send what a slider says one at a time, the newest last, from the same element", async () => {
    const block = code("a", "slider()");
    await visit(documentOf(result(block, [slider(1)])), async ({ server, page }) => {
      const input = page.locator('input[type="range"]');
      await input.evaluate((element) => Object.assign(element, { same: true }));
      await input.focus();
      await input.evaluate((element: HTMLInputElement) => {
        for (let n = 2; n <= 60; n++) {
          element.value = String(n);
          element.dispatchEvent(new Event("input"));
        }
      });
      await server.expect(
        ({ method, params }) => method === "colight/input" && params["value"] === "60",
      );
      const sent = server.received.filter(({ method }) => method === "colight/input");
      assert.ok(sent.length <= 2, `${sent.length} were sent`);
      for (const run of [2, 3, 4]) {
        server.send(
          "colight/blockResult",
          result(block, [slider(run), value(`now ${run}`)], { run, version: 1 }),
        );
      }
      await page.locator(".value-text", { hasText: "now 4" }).waitFor();
      assert.ok(
        await input.evaluate((element) => "same" in element && element === document.activeElement),
      );
      assert.equal(await input.inputValue(), "60");
    });
  });

  it("keep ten megabytes of output usable", async () => {
    const block = code("a", "print()");
    const line = "0123456789".repeat(9);
    const lines = 110_000;
    await visit(
      documentOf(
        result(block, [
          { ...stdout(""), mime: { "text/plain": { url: "/payload/1", size: 10_000_000 } } },
        ]),
      ),
      async ({ server, page }) => {
        await page.locator(".stream-box", { hasText: `line ${lines - 1}` }).waitFor();
        assert.ok(
          (await page.locator(".stream-box").evaluate((box) => box.textContent?.length ?? 0)) <
            100_000,
        );
        await page
          .locator(".stream .more", { hasText: "109,700 earlier lines · show 1,000 more" })
          .click();
        await page.locator(".stream .more", { hasText: "108,700" }).waitFor();
        server.send("colight/runStart", {
          uri: URI,
          version: 2,
          run: 2,
          reason: "edit",
          blocks: [{ ...block, state: "queued" }],
          removed: [],
        });
        for (let sequence = 0; sequence < 2_000; sequence++) {
          const output = stdout(`streamed ${sequence} ${line}\n`.repeat(50));
          server.send("colight/blockOutput", { uri: URI, run: 2, block: "a", output, sequence });
        }
        await page.locator(".stream-box", { hasText: "streamed 1999" }).waitFor();
      },
      (server) => {
        const body = Array.from({ length: lines }, (_, i) => `line ${i} ${line}\n`).join("");
        server.payloads.set("/payload/1", { type: "text/plain", body });
      },
    );
  });
});
