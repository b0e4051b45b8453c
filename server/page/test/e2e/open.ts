// Opens a document as a user does, and edits it while a browser looks at it.
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import { inBrowser, showing, startColight } from "./real-server.js";

const DOCUMENT = `// # A document
//
// With a formula, $x^2$.

import static dev.colight.display.Display.*;

int n = 8;
IntStream.range(0, n).sum()

int speed = slider("speed", 0, 1000, 42);

speed * 2

record Planet(String name, int radius) {}

plot(List.of(new Planet("Earth", 6371), new Planet("Mars", 3390))).bar("name", "radius")

table(IntStream.range(0, 1_000_000).boxed().toList())

html("<b>bold</b>")

for (int i = 0; i < 3; i++) System.out.println("line " + i);

for (int i = 0; i < 110_000; i++) System.out.println("much " + i + " " + "0123456789".repeat(9));
`;

const directory = mkdtempSync(join(tmpdir(), "colight-e2e-"));
const file = join(directory, "live.jsh");

/** Saves as editors do: all at once. */
function save(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Does something, and waits until a block shows a text; returns the time it took. */
async function timed(page: Page, act: () => void, source: string, text: string): Promise<number> {
  const began = performance.now();
  act();
  await showing(page, source, text);
  return performance.now() - began;
}

/** Returns the address that a server prints. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (server.stdout !== null) {
      createInterface(server.stdout).on("line", (line) => {
        const found = /http:\S+/.exec(line);
        if (found !== null) {
          resolve(found[0]);
        }
      });
    }
    server.on("exit", () => reject(new Error("the server ended")));
  });
}

async function look(page: Page): Promise<void> {
  await timed(page, () => {}, "IntStream.range(0, n)", "28");
  await page.locator(".source .katex").first().waitFor();
  const edited = DOCUMENT.replace("n = 8", "n = 9");
  console.log(
    `an edit: ${(await timed(page, () => save(edited), "IntStream.range(0, n)", "36")).toFixed(0)} ms`,
  );

  const broken = edited.replace("speed * 2", "speed * ");
  await timed(page, () => save(broken), "speed *", "");
  await page.locator('[data-mark="failed"]').waitFor();
  assert.equal(await page.locator(".stale .value-text").textContent(), "84");
  await timed(page, () => save(edited), "speed * 2", "84");
  await page.locator('[data-mark="failed"]').waitFor({ state: "detached" });

  console.log(`a slider: ${(await drag(page)).toFixed(0)} updates a second`);

  const plot = page.locator(".plot svg");
  await plot.scrollIntoViewIfNeeded();
  const scroller = page.locator(".table-scroll");
  await scroller.scrollIntoViewIfNeeded();
  await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await page.locator(".table td", { hasText: /^999999$/ }).waitFor();
  const frame = page.frameLocator(".frame iframe");
  await page.locator(".frame iframe").scrollIntoViewIfNeeded();
  await frame.locator("b", { hasText: "bold" }).waitFor();
  await showing(page, '"line "', "line 2");

  const much = page.locator(".block", { has: page.locator(".code", { hasText: '"much "' }) });
  await much.scrollIntoViewIfNeeded();
  await much.locator(".stream-box", { hasText: "much 109999" }).waitFor();
  await much.locator(".more", { hasText: "109,700 earlier lines" }).click();
  await much.locator(".more", { hasText: "108,700 earlier lines" }).waitFor();
}

/** Moves the slider for a while; returns how often what depends on it was shown anew. */
async function drag(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type="range"]');
    const block = [...document.querySelectorAll(".block")].find(
      (element) => element.querySelector(".code")?.textContent === "speed * 2",
    );
    if (input === null || block === undefined) {
      throw new Error("there is no slider");
    }
    const seen = new Set<string>();
    const began = performance.now();
    for (let n = 0; performance.now() - began < 3_000; n++) {
      input.value = String(n);
      input.dispatchEvent(new Event("input"));
      await new Promise(requestAnimationFrame);
      seen.add(block.querySelector(".value-text")?.textContent ?? "");
    }
    return seen.size / 3;
  });
}

save(DOCUMENT);
const server = startColight(["open", file, "--no-browser"], "ignore");
try {
  await inBrowser(await addressOf(server), look);
  assert.equal(readFileSync(file, "utf8").includes("n = 9"), true);
  console.log("a document on disk: all as it should be");
} finally {
  server.kill();
  rmSync(directory, { recursive: true, force: true });
}
