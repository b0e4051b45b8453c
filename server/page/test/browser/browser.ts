import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../build/chromium.mjs";
import type { DocumentResult } from "../../src/protocol/protocol.js";
import { FakeServer } from "../fake-server.js";

let browser: Browser | undefined;

/** Starts the browser that all tests of a file share. */
export async function startBrowser(): Promise<void> {
  browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
}

/** Opens a page that looks at nothing. */
export async function newPage(): Promise<Page> {
  return (browser as Browser).newPage();
}

/** A page that looks at a document, and what went wrong in it. */
export interface Visit {
  readonly server: FakeServer;
  readonly page: Page;
  readonly errors: string[];
}

/** Opens a document, does something with it, and sees that nothing went wrong on the way. */
export async function visit(
  document: DocumentResult,
  act: (visit: Visit) => Promise<void>,
  prepare: (server: FakeServer) => void = () => {},
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<void> {
  const server = await FakeServer.start();
  const context = await (browser as Browser).newContext(options);
  const errors: string[] = [];
  try {
    server.documents.set(document.uri, document);
    prepare(server);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") {
        errors.push(message.text());
      }
    });
    await page.goto(server.url(document.uri));
    await page.locator(".block").first().waitFor({ state: "attached" });
    await act({ server, page, errors });
    if (errors.length > 0) {
      throw new Error(`the page had errors:\n${errors.join("\n")}`);
    }
  } finally {
    await context.close();
    await server.stop();
  }
}
