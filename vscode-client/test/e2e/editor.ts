import { mkdirSync } from "node:fs";
import {
  type Browser,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
import { expect } from "vitest";

const PICTURES = "target/pictures";

/** How long a machine with other things to do may take for what a person would wait for. */
const PATIENCE = 90_000;

/** How often a window is loaded again that has not found its folders. */
const RELOADS = 10;

/** For how long nothing changes where nothing more is to come. */
const QUIET_MS = 250;

/** How often is looked at what is painted. */
const LOOK_MS = 20;

const CHROMIUM_OPTIONS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser. */
export function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "chromium";
  return chromium.launch({ executablePath, args: CHROMIUM_OPTIONS });
}

/** A line of the editor as it is painted. */
export interface PaintedLine {
  readonly text: string;
  /** What is painted behind the text. */
  readonly after: string;
  readonly colour: string;
}

/** Waits until what is read is as it should be. */
export async function eventually(check: () => Promise<void>, timeout = PATIENCE): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The window of the editor, driven as a person drives it. */
export class Editor {
  private constructor(readonly page: Page) {}

  /** Opens a folder, or a workspace by its file. */
  static async open(browser: Browser, url: string, path: string): Promise<Editor> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    if (process.env["VERBOSE"]) {
      page.on("console", (message) => console.log(message.type(), message.text()));
      page.on("pageerror", (error) => console.log(error));
    }
    await page.goto(`${url}/?${path.endsWith(".code-workspace") ? "workspace" : "folder"}=${path}`);
    await page.locator(".monaco-workbench").waitFor();
    const row = page.locator(".explorer-folders-view .monaco-list-row");
    // In a browser, VS Code may read a workspace before it reaches its files; then it has no folders.
    const empty = page.getByText("You have not yet added a folder");
    await row.or(empty).first().waitFor();
    for (let i = 0; i < RELOADS && (await empty.isVisible()); i++) {
      await page.reload();
      await row.or(empty).first().waitFor();
    }
    await row.first().waitFor();
    return new Editor(page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Opens a document by its name. */
  async document(name: string): Promise<void> {
    const row = this.page.locator(`.explorer-folders-view [aria-label^="${name}"]`).first();
    await row.dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input").fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Puts the cursor at the end of the line that holds a text. */
  async endOf(text: string): Promise<void> {
    await this.focus();
    // A long line may have scrolled the editor sideways, and the beginnings of lines out of reach.
    await this.page.keyboard.press("Home");
    const line = this.page.locator(".view-line", { hasText: text }).first();
    await line.click({ position: { x: 2, y: 8 } });
    await this.page.keyboard.press("End");
  }

  /** Goes to the editor in front, or to the first one where the live view is in front. */
  async focus(): Promise<void> {
    const input = ".monaco-editor :is(textarea.inputarea, .native-edit-context)";
    const active = this.page.locator(`.editor-group-container.active ${input}`);
    const any = this.page.locator(`.editor-group-container ${input}`);
    await ((await active.count()) > 0 ? active : any).first().focus();
  }

  type(text: string, delay = 40): Promise<void> {
    return this.page.keyboard.type(text, { delay });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** What is painted in the editor, from the top. */
  painted(): Promise<PaintedLine[]> {
    return this.page.evaluate(readPaintedLines);
  }

  /** What is painted behind the line that holds a text. */
  async after(text: string): Promise<PaintedLine> {
    const lines = await this.painted();
    const line = lines.find((each) => each.text.includes(text));
    if (line === undefined) {
      throw new Error(`no line holds ${text}: ${lines.map((each) => each.text).join(" | ")}`);
    }
    return line;
  }

  async showsBehind(text: string, after: string | RegExp, timeout?: number): Promise<void> {
    await eventually(async () => {
      const line = await this.after(text);
      if (typeof after === "string") {
        expect(line.after).toBe(after);
      } else {
        expect(line.after).toMatch(after);
      }
    }, timeout);
  }

  /** The inside of the live view. */
  view(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  /** Opens the live view, and waits for the document in it. */
  async openView(): Promise<FrameLocator> {
    await this.command("Colight: Open the Live View");
    await this.view().locator(".document > .block").first().waitFor();
    return this.view();
  }

  /** Turns the wheel over the live view until something further down is in sight. */
  async wheelTo(target: Locator): Promise<void> {
    const frame = await this.page.locator("iframe.webview.ready").boundingBox();
    if (frame === null) {
      throw new Error("there is no live view");
    }
    await this.page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await eventually(async () => {
      const place = await target.boundingBox();
      if (place === null || place.y + place.height / 2 > frame.y + frame.height) {
        await this.page.mouse.wheel(0, 200);
        throw new Error("it is not in sight");
      }
    });
  }

  /** What the live view shows of the values, from the top. */
  async viewTexts(selector = ".outputs"): Promise<string[]> {
    return (await this.view().locator(selector).allInnerTexts()).map((text) => text.trim());
  }

  /** Waits until the live view shows a text among its results. */
  async viewShows(text: string): Promise<void> {
    await eventually(async () => expect((await this.viewTexts()).join("\n")).toContain(text));
  }

  /** Waits until nothing runs and everything is up to date, in the editor and in the view. */
  async settled(quiet = QUIET_MS): Promise<void> {
    await this.settledInEditor(quiet);
    const waiting = this.view().locator('[data-mark="queued"], [data-mark="running"]');
    await eventually(async () => expect(await waiting.count()).toBe(0));
  }

  /** Waits until the status bar says that nothing runs, and nothing else has come for a while. */
  async settledInEditor(quiet = QUIET_MS): Promise<void> {
    const status = this.page.locator("#colight\\.colight-live\\.colight\\.status");
    let last = "";
    let since = Date.now();
    await eventually(async () => {
      expect(await status.innerHTML()).toMatch(/codicon-(check|warning)/);
      const now = JSON.stringify(await this.painted());
      since = now === last ? since : Date.now();
      last = now;
      expect(Date.now() - since).toBeGreaterThan(quiet);
    });
  }

  pause(ms: number): Promise<void> {
    return this.page.waitForTimeout(ms);
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => {
      const data = new DataTransfer();
      data.setData("text/plain", content);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** The whole text of the active document, as it is painted. */
  async text(): Promise<string> {
    return (await this.painted()).map(({ text }) => text).join("\n");
  }

  /** A line by its number, which has to be in sight. */
  async lineAt(number: number): Promise<PaintedLine> {
    const numbers = await this.page.evaluate(readLineNumbers);
    const line = (await this.painted())[numbers.indexOf(number)];
    if (line === undefined) {
      throw new Error(`line ${number} is not in sight`);
    }
    return line;
  }

  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await this.command("Developer: Reload Window");
    await loaded;
    await this.page.locator(".monaco-workbench").waitFor();
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Presses a key, and returns after how many milliseconds another result is painted. */
  async timeToPaint(text: string, key: string): Promise<number> {
    await this.page.evaluate(watchResult, text);
    await this.page.keyboard.press(key);
    return this.page.evaluate(() => (window as unknown as Watching).colightPainted);
  }

  /** Begins to note the colours of what stands behind a line. */
  async watchColours(text: string): Promise<void> {
    await this.page.evaluate(watchColours, text);
  }

  /** The colours that have been seen, each once in a row. */
  watched(): Promise<string[]> {
    // What was painted in the frame before this is looked at in the next one.
    return this.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve((window as unknown as Watching).colightColours);
            });
          });
        }),
    );
  }

  /** Begins to note all that is painted in the editor, for as long as that changes. */
  async watchPaintings(): Promise<void> {
    // As text, since a function of the browser cannot call another one of this file.
    await this.page.evaluate(`
      clearInterval(window.colightTimer);
      window.colightPaintings = [];
      window.colightLook = () => {
        const now = JSON.stringify((${readPaintedLines.toString()})());
        if (window.colightPaintings.at(-1) !== now) {
          window.colightPaintings.push(now);
        }
      };
      window.colightLook();
      window.colightTimer = setInterval(window.colightLook, ${LOOK_MS});
    `);
  }

  /** What has been painted since, one after the other. */
  async paintings(): Promise<PaintedLine[][]> {
    const all = await this.page.evaluate(() => {
      const window_ = window as unknown as Watching;
      clearInterval(window_.colightTimer);
      return window_.colightPaintings;
    });
    return all.map((each) => JSON.parse(each) as PaintedLine[]);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: `${PICTURES}/${name}.png` });
  }
}

/** Runs in the browser. */
function readLineNumbers(): number[] {
  return [...document.querySelectorAll<HTMLElement>(".margin-view-overlays .line-numbers")]
    .map((each) => ({ top: each.getBoundingClientRect().top, number: Number(each.textContent) }))
    .sort((a, b) => a.top - b.top)
    .map(({ number }) => number);
}

interface Watching {
  colightPainted: Promise<number>;
  colightColours: string[];
  colightPaintings: string[];
  colightTimer: number;
}

/** Runs in the browser. */
function watchColours(text: string): void {
  const window_ = window as unknown as Watching;
  window_.colightColours = [];
  const look = (): void => {
    const line = [...document.querySelectorAll(".view-line")].find((each) =>
      (each.textContent ?? "").replace(/\u00a0/g, " ").startsWith(text),
    );
    const colour = [...(line?.querySelectorAll("span") ?? [])]
      .map((span) => getComputedStyle(span, "::after"))
      .find(({ content }) => content.startsWith('"⇒'))?.color;
    if (colour !== undefined && window_.colightColours.at(-1) !== colour) {
      window_.colightColours.push(colour);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Runs in the browser: the time from the key to a result that is another one, and not dimmed. */
function watchResult(text: string): void {
  const read = (): string => {
    const line = [...document.querySelectorAll(".view-line")].find((each) =>
      (each.textContent ?? "").replace(/\u00a0/g, " ").startsWith(text),
    );
    return [...(line?.querySelectorAll("span") ?? [])]
      .map((span) => getComputedStyle(span, "::after"))
      .filter(({ content }) => content.startsWith('"⇒'))
      .map(({ content, color }) => content + color)
      .join();
  };
  const before = read();
  const colour = before.slice(before.indexOf("rgb"));
  const window_ = window as unknown as Watching;
  window_.colightPainted = new Promise((resolve) => {
    addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        const look = (): void => {
          const now = read();
          if (now !== before && now.endsWith(colour)) {
            resolve(Math.round(performance.now() - start));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      },
      { capture: true, once: true },
    );
  });
}

/** Runs in the browser. */
function readPaintedLines(): PaintedLine[] {
  const group = document.querySelector(".editor-group-container.active .monaco-editor .view-lines")
    ? ".editor-group-container.active"
    : "";
  return [
    ...document.querySelectorAll<HTMLElement>(`${group} .monaco-editor .view-lines .view-line`),
  ]
    .map((line) => {
      let after = "";
      let colour = "";
      for (const span of line.querySelectorAll("span")) {
        const style = getComputedStyle(span, "::after");
        if (style.content !== "none" && style.content !== "normal") {
          after += style.content.replace(/^"|"$/g, "").replace(/\\"/g, '"');
          colour = style.color;
        }
      }
      const text = (line.textContent ?? "").replace(/\u00a0/g, " ").replace(/\u200c/g, "");
      return { top: line.getBoundingClientRect().top, text, after, colour };
    })
    .sort((a, b) => a.top - b.top)
    .map(({ text, after, colour }) => ({ text, after: after.replace(/\u00a0/g, " "), colour }));
}
