import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { newPage, startBrowser, stopBrowser } from "./browser.js";

let page: Page;

before(async () => {
  await startBrowser();
  const { outputFiles } = await build({
    entryPoints: ["test/browser/entry.ts"],
    bundle: true,
    write: false,
    format: "iife",
    define: { WITH_VEGA: "false" },
  });
  page = await newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
});
after(stopBrowser);

it("shows after any story what a fresh page shows", async () => {
  const wrong = await page.evaluate(() => {
    const { tell } = window as never as { tell(seed: number): string | null };
    return Array.from({ length: 120 }, (_, seed) => tell(seed)).find((found) => found !== null);
  });
  assert.equal(wrong ?? null, null);
});
