import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { DocumentResult } from "../../src/protocol/protocol.js";
import { newPage, startBrowser, stopBrowser } from "./browser.js";

const GALLERY = JSON.parse(readFileSync("test/fixtures/gallery.json", "utf8")) as DocumentResult;
const HTML = "<p id='own' style='height:77px;margin:0'>own &amp; inline</p>";

/** Fills a template as the server does, and opens it as a file. */
async function open(template: string): Promise<{ page: Page; errors: string[] }> {
  const document = structuredClone(GALLERY);
  for (const { outputs } of document.results) {
    outputs
      .filter(({ mime }) => "text/html" in mime)
      .forEach(({ mime }) => (mime["text/html"] = HTML));
  }
  const data = JSON.stringify({ document, uri: document.uri, title: "</script> gallery" });
  const html = readFileSync(`target/classes/dev/colight/page/${template}`, "utf8").replace(
    "/*COLIGHT-DATA*/null",
    () => data.replaceAll("<", "\\u003c"),
  );
  mkdirSync("target/exported", { recursive: true });
  const file = resolve("target/exported", template);
  writeFileSync(file, html);
  const page = await newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|about|blob):/.test(request.url())) {
      errors.push(`asked for ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(file).href);
  return { page, errors };
}

describe("an exported page", () => {
  before(startBrowser);
  after(stopBrowser);

  it("shows the document without a server", async () => {
    const { page, errors } = await open("export.html");
    assert.equal(await page.title(), "</script> gallery");
    assert.equal(await page.locator(".block").count(), GALLERY.blocks.length);
    await page.locator("figure h2", { hasText: "Two signals" }).scrollIntoViewIfNeeded();
    await page.locator(".plot svg path").first().waitFor({ state: "attached" });
    const frame = page.locator(".frame iframe");
    await frame.scrollIntoViewIfNeeded();
    assert.equal(
      await frame.getAttribute("sandbox"),
      "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    );
    await page.waitForFunction(() => document.querySelector("iframe")?.style.height === "77px");
    await page.locator(".note", { hasText: "without Vega" }).waitFor({ state: "attached" });
    assert.equal(await page.locator('button[title^="Run"]').count(), 0);
    await page.locator(".table th button", { hasText: "radius" }).click();
    assert.deepEqual(errors, []);
  });

  it("draws Vega-Lite where it comes with Vega", async () => {
    const { page, errors } = await open("export-vega.html");
    await page.locator(".vega svg path").first().waitFor({ state: "attached" });
    assert.deepEqual(errors, []);
  });

  it("is not too large to be sent to somebody", () => {
    const size = (template: string): number =>
      readFileSync(`target/classes/dev/colight/page/${template}`).length / 1e6;
    assert.ok(size("export.html") < 1.5, `${size("export.html")} MB`);
    assert.ok(size("export-vega.html") < 2.3, `${size("export-vega.html")} MB`);
  });
});
