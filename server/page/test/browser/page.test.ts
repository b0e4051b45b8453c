import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { BlockInfo, RunStartParams } from "../../src/protocol/protocol.js";
import { code, documentOf, prose, result, stdout, URI, value } from "../support.js";
import { startBrowser, stopBrowser, visit } from "./browser.js";

const A = code("a", "int x = 1", { provides: ["x"] });
const B = code("b", "x + 1", { requires: ["a"] });
const DOCUMENT = documentOf(
  result(prose("p", "# A title\n\nSome *prose*."), []),
  result(A, [value("1", { name: "x", type: "int" })]),
  result(B, [value("2", { type: "int" })]),
);

const LATER = documentOf(
  result(prose("p", "# A title\n\nSome *prose*."), []),
  result(A, [value("1", { name: "x", type: "int" })]),
  result(B, [value("5", { type: "int" })]),
);

function runStart(
  run: number,
  blocks: BlockInfo[],
  more: Partial<RunStartParams> = {},
): RunStartParams {
  return { uri: URI, version: run, run, reason: "edit", blocks, removed: [], ...more };
}

function runEnd(run: number): unknown {
  const counts = { executed: 1, cached: 2, failed: 0, durationMs: 12 };
  return { uri: URI, version: run, run, status: "done", ...counts };
}

/** Notes which blocks are touched from here on. */
async function watchPaints(page: Page): Promise<() => Promise<string[]>> {
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
  return () => page.evaluate(() => [...(window as never as { painted: Set<string> }).painted]);
}

describe("the page", () => {
  before(startBrowser);
  after(stopBrowser);

  it("shows an edit by painting its block and nothing else", async () => {
    await visit(DOCUMENT, async ({ server, page }) => {
      assert.equal(await page.locator("main h1").textContent(), "A title");
      const painted = await watchPaints(page);
      const edited = { ...B, source: "x + 2", key: "k2", index: 2 };
      server.send("colight/runStart", runStart(2, [{ ...edited, key: "", state: "queued" }]));
      server.send("colight/blockResult", result(edited, [value("3")], { run: 2, version: 2 }));
      await page.locator("#block-b .value-text", { hasText: "3" }).waitFor();
      assert.deepEqual(await painted(), ["block-b"]);
    });
  });

  it("moves a block without touching the others", async () => {
    await visit(DOCUMENT, async ({ server, page }) => {
      await page.evaluate(() =>
        document
          .querySelectorAll(".block")
          .forEach((block) => Object.assign(block, { same: block.id })),
      );
      server.send("colight/runStart", runStart(2, [], { order: ["b", "p", "a"] }));
      await page.waitForFunction(() => document.querySelector(".block")?.id === "block-b");
      const same = await page.evaluate(() =>
        [...document.querySelectorAll(".block")].map(
          (block) => (block as never as { same: string }).same,
        ),
      );
      assert.deepEqual(same, ["block-b", "block-p", "block-a"]);
    });
  });

  it("keeps what is shown while a block runs, and nothing below it moves", async () => {
    await visit(DOCUMENT, async ({ server, page }) => {
      const top = (): Promise<number | undefined> =>
        page
          .locator("#block-b")
          .boundingBox()
          .then((box) => box?.y);
      const before = await top();
      const edited = { ...A, source: "int x = slow()", key: "k2", index: 1 };
      server.send("colight/runStart", runStart(2, [{ ...edited, key: "", state: "queued" }]));
      server.send("colight/status", { state: "running", uri: URI, block: "a" });
      await page.locator('#block-a[data-mark="running"].stale').waitFor();
      assert.equal(await page.locator("#block-a .value-text").textContent(), "1");
      const output = { uri: URI, run: 2, block: "a", output: stdout("1\n"), sequence: 0 };
      server.send("colight/blockOutput", output);
      await page.locator("#block-a .stream-box", { hasText: "1" }).waitFor();
      assert.equal(await top(), before);
      await page.locator("#block-a .mark-action").click();
      await server.expect(({ method }) => method === "colight/cancel");
    });
  });

  it("says that the connection is lost, keeps what is there, and catches up", async () => {
    await visit(DOCUMENT, async ({ server, page, errors }) => {
      const painted = await watchPaints(page);
      server.goAway();
      await page.locator(".banner", { hasText: "lost" }).waitFor();
      assert.equal(await page.locator("#block-b .value-text").textContent(), "2");
      server.documents.set(URI, { ...LATER, run: 9 });
      server.comeBack();
      await page.locator("#block-b .value-text", { hasText: "5" }).waitFor();
      await page.locator(".banner").waitFor({ state: "hidden" });
      assert.deepEqual(await painted(), ["block-b"]);
      // The browser itself tells of each attempt that failed.
      errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("WebSocket")));
    });
  });

  it("goes to the editor from an error's lines and by a double click", async () => {
    const error = {
      message: "boom",
      type: "java.lang.IllegalStateException",
      trace: [{ function: "f", uri: URI, line: 41 }],
      cause: { message: "why", type: "java.io.IOException", trace: [] },
    };
    const failing = result(B, [], { status: "error", error });
    await visit(documentOf(failing), async ({ server, page }) => {
      await page.locator(".trace .link", { hasText: "line 42" }).click();
      const { params } = await server.expect(({ method }) => method === "colight/reveal");
      assert.deepEqual(params["range"], {
        start: { line: 41, character: 0 },
        end: { line: 41, character: 0 },
      });
      assert.ok(!(await page.locator(".cause .failure").isVisible()));
      await page.locator("#block-b .code").dblclick();
      const inBlock = await server.expect(
        (request) => request.method === "colight/reveal" && request.params !== params,
      );
      const place = { line: 0, character: 0 };
      const range = { start: place, end: place };
      assert.deepEqual(inBlock.params, { uri: URI, range, block: "b" });
    });
  });

  it("has room for all its buttons in a narrow window, and for the outline", async () => {
    const headings = documentOf(
      result(prose("p", "# A title\n\n## Something\n"), []),
      result(A, [value("1", { name: "x", type: "int" })]),
    );
    const narrow = { viewport: { width: 380, height: 700 } };
    await visit(
      headings,
      async ({ page }) => {
        const code = page.getByRole("button", { name: "Code", exact: true });
        assert.ok(!(await code.isVisible()));
        await page.getByRole("button", { name: "What is shown" }).click();
        await code.click();
        await page.locator("#block-a .code").waitFor({ state: "hidden" });
        const entry = page.locator(".outline button", { hasText: "Something" });
        assert.ok(!(await entry.isVisible()));
        await page.getByRole("button", { name: "Outline" }).click();
        await entry.click();
        await entry.waitFor({ state: "hidden" });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 380, `nothing stands out: ${width}`);
      },
      () => {},
      narrow,
    );
  });

  it("marks the heading in the outline that is being read, wherever one scrolls", async () => {
    const filler = "words\n\n".repeat(30);
    const sections = Array.from({ length: 8 }, (_, i) =>
      result(prose(`p${i}`, `## First ${i}\n\n${filler}\n\n## Second ${i}\n\n${filler}`), []),
    );
    await visit(documentOf(...sections), async ({ page }) => {
      const current = page.locator('.outline [aria-current="true"]');
      await page.locator(".outline button").nth(15).waitFor({ state: "attached" });
      for (const title of ["Second 6", "First 3", "Second 3", "First 0", "Second 7"]) {
        const heading = page.locator(".source h2", { hasText: title });
        await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
        await page
          .locator('.outline [aria-current="true"]', { hasText: title })
          .waitFor({ state: "attached" });
        assert.equal(await current.count(), 1);
      }
      await page.evaluate(() => window.scrollTo(0, 0));
      await page
        .locator('.outline [aria-current="true"]', { hasText: "First 0" })
        .waitFor({ state: "attached" });
    });
  });

  it("keeps what was printed until all of it has been loaded, and where the reader is", async () => {
    const lines = Array.from({ length: 250 }, (_, i) => `line ${i}\n`).join("");
    await visit(
      DOCUMENT,
      async ({ server, page }) => {
        server.send("colight/runStart", runStart(2, [{ ...A, key: "", state: "queued" }]));
        const output = { uri: URI, run: 2, block: "a", output: stdout(lines), sequence: 0 };
        server.send("colight/blockOutput", output);
        const box = page.locator("#block-a .stream-box");
        await box.waitFor();
        await box.evaluate((element) => {
          const seen = new Set<string>();
          new MutationObserver(() => seen.add(String(element.textContent?.length))).observe(
            element,
            { childList: true },
          );
          Object.assign(window, { seen });
          element.scrollTop = 1_000;
        });
        const payload = { url: "/payload/late", size: lines.length };
        const long = { ...stdout(""), mime: { "text/plain": payload }, truncated: true };
        server.send("colight/blockResult", result({ ...A, key: "k2" }, [long], { run: 2 }));
        await page.locator(".stream-box", { hasText: "cut here" }).waitFor();
        const seen = await page.evaluate(() => [...(window as never as { seen: string[] }).seen]);
        assert.deepEqual(seen, [String(lines.length + "… cut here\n".length)]);
        assert.equal(await box.evaluate((element) => element.scrollTop), 1_000);
      },
      (server) => server.payloads.set("/payload/late", { type: "text/plain", body: lines }),
    );
  });

  it("runs a held block when asked", async () => {
    const held = { ...A, state: "held" as const };
    const error = { message: "writes a file", trace: [] };
    await visit(
      documentOf(result(held, [], { status: "held", error })),
      async ({ server, page }) => {
        await page.locator("#block-a .mark-action", { hasText: "run" }).click();
        const { params } = await server.expect(({ method }) => method === "colight/run");
        assert.deepEqual(params["blocks"], ["a"]);
      },
    );
  });

  it("leads from a blocked block to what it needs", async () => {
    const error = { message: "needs x (line 1)", trace: [] };
    const blocked = documentOf(
      result(A, [], { status: "invalid", error: { message: "cannot compile", trace: [] } }),
      result(B, [], { status: "blocked", error }),
    );
    await visit(blocked, async ({ page }) => {
      await page.locator("#block-b .link", { hasText: "go to x" }).click();
      await page.waitForFunction(() => document.activeElement?.id === "block-a");
    });
  });

  it("follows the block that is edited, unless it is told to stay", async () => {
    const many = Array.from({ length: 80 }, (_, i) =>
      result(code(`c${i}`, `f(${i})`), [value(String(i))]),
    );
    const document = documentOf(...many);
    await visit(
      document,
      async ({ server, page }) => {
        const edit = (id: string, run: number): void => {
          const block = code(id, `g(${run})`, { index: Number(id.slice(1)) });
          server.send("colight/runStart", runStart(run, [{ ...block, key: "", state: "queued" }]));
          server.send("colight/blockResult", result(block, [value("done")], { run, version: run }));
        };
        edit("c70", 2);
        const inSight = (id: string): Promise<unknown> =>
          page.waitForFunction((block) => {
            const { top, bottom } = (
              globalThis.document.getElementById(block) as Element
            ).getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          }, `block-${id}`);
        await inSight("c70");
        await page.keyboard.press(".");
        edit("c2", 3);
        await page
          .locator("#block-c2 .value-text", { hasText: "done" })
          .waitFor({ state: "attached" });
        const top = await page.evaluate(() => scrollY);
        assert.ok(top > 500, `scrolled to ${top}`);
      },
      undefined,
      { reducedMotion: "reduce" },
    );
  });

  it("hides what pragmas and readers hide, and remembers what readers chose", async () => {
    const document = documentOf(
      result({ ...A, hidden: ["hide-code"] }, [value("1")]),
      result(B, [value("2")]),
    );
    await visit(document, async ({ page }) => {
      assert.ok(!(await page.locator("#block-a .code").isVisible()));
      assert.ok(await page.locator("#block-b .code").isVisible());
      await page.keyboard.press("c");
      await page.locator("#block-b .code").waitFor({ state: "hidden" });
      await page.reload();
      await page.locator("#block-b .value-text").waitFor();
      assert.ok(!(await page.locator("#block-b .code").isVisible()));
    });
  });

  it("finds blocks by their code, prose and values, and unfolds them", async () => {
    await visit(DOCUMENT, async ({ page }) => {
      await page.locator("#block-a .fold").click();
      await page.locator("#block-a .code").waitFor({ state: "hidden" });
      await page.keyboard.press("/");
      await page.locator(".search input").fill("int x");
      await page.locator("#block-a .code").waitFor();
      assert.equal(await page.locator(".search-place").textContent(), "1 of 1");
      await page.locator(".search input").fill("o");
      assert.match((await page.locator(".search-place").textContent()) ?? "", /1 of/);
    });
  });

  it("opens files of a served directory by a few letters", async () => {
    const other = {
      ...documentOf(result(code("o", "other"), [value("other")])),
      uri: "file:///work/deep/other.jsh",
    };
    await visit(
      DOCUMENT,
      async ({ server, page }) => {
        await page.locator(".files button", { hasText: "tour.jsh" }).waitFor();
        await page.keyboard.press("Control+p");
        await page.locator(".finder input").fill("dpoth");
        await page.keyboard.press("Enter");
        await page.locator("#block-o").waitFor();
        await server.expect(
          ({ method, params }) => method === "colight/unwatch" && params["uri"] === URI,
        );
        await page.goBack();
        await page.locator("#block-a").waitFor();
      },
      (server) => {
        server.documents.set(other.uri, other);
        server.answers.set("colight/files", () => ({
          root: "/work",
          truncated: false,
          files: [
            { path: "tour.jsh", uri: URI },
            { path: "deep/other.jsh", uri: other.uri },
          ],
        }));
      },
    );
  });

  it("tells counts and times, and compares with a clean run", async () => {
    await visit(
      DOCUMENT,
      async ({ server, page }) => {
        server.send("colight/runStart", runStart(2, []));
        server.send("colight/runEnd", runEnd(2));
        await page.locator(".statusline .run", { hasText: "1 ran · 2 cached · 12 ms" }).waitFor();
        await page.keyboard.press("v");
        await page.locator("dialog", { hasText: "something else than a clean run" }).waitFor();
        await page.locator("dialog .difference .link").click();
        await page.waitForFunction(() => document.activeElement?.id === "block-b");
      },
      (server) =>
        server.answers.set("colight/verify", () => ({
          uri: URI,
          version: 1,
          equal: false,
          differences: [
            {
              block: "b",
              range: B.range,
              expected: [value("3")],
              actual: [value("2")],
              expectedStatus: "ok",
              actualStatus: "ok",
            },
          ],
          message: "The block at line 3 shows something else than a clean run.",
        })),
    );
  });
});
