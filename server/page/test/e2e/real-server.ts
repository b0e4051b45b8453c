import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../build/chromium.mjs";

/** Starts the real server: of the class path that is named, else with the command of this repository. */
export function startColight(args: readonly string[], stdin: "ignore" | "pipe"): ChildProcess {
  const classes = process.env["COLIGHT_CLASS_PATH"];
  const [command = "", ...words] =
    classes === undefined
      ? [process.env["COLIGHT"] ?? "../../colight"]
      : [process.env["COLIGHT_JAVA"] ?? "java", "-cp", classes, "dev.colight.cli.Main"];
  return spawn(command, [...words, ...args], { stdio: [stdin, "pipe", "inherit"] });
}

/** Opens an address in a browser, looks, and sees that nothing went wrong in the page. */
export async function inBrowser(url: string, look: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(url);
    await look(page);
    if (errors.length > 0) {
      throw new Error(`the page had errors:\n${errors.join("\n")}`);
    }
  } finally {
    await browser.close();
  }
}

/** Waits until a block shows a text. */
export async function showing(page: Page, source: string, text: string): Promise<void> {
  await page
    .locator(".block", { has: page.locator(".code", { hasText: source }) })
    .locator(".value-text, .stream-box, .failure", { hasText: text })
    .first()
    .waitFor();
}
