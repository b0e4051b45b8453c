import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CodeServer } from "./codeServer.js";
import { Editor, eventually, launch } from "./editor.js";

const ONE = "int one = 1\n\none + 10\n";

let browser: Browser;
let code: CodeServer;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await code?.close();
});

async function open(): Promise<Editor> {
  const editor = await Editor.open(browser, code.url, code.folder({ "one.jsh": ONE }));
  await editor.document("one.jsh");
  return editor;
}

/** Ends the processes at once, and returns when they are gone. */
async function kill(what: "server" | "worker"): Promise<void> {
  const ids = code.processes(what);
  expect(ids.length).toBeGreaterThan(0);
  ids.forEach((id) => process.kill(id, "SIGKILL"));
  await eventually(async () => {
    expect(code.processes(what).filter((id) => ids.includes(id))).toEqual([]);
  });
}

test("a server and workers that are killed come back, with the documents as they were typed", async () => {
  code = await CodeServer.start();
  const editor = await open();
  await editor.openView();
  await editor.showsBehind("one + 10", "⇒ 11", 40_000);
  await editor.endOf("int one = 1");
  await editor.type("5");
  await editor.showsBehind("one + 10", "⇒ 25");

  await kill("worker");
  await editor.endOf("int one = 15");
  await editor.type("0");
  await editor.showsBehind("one + 10", "⇒ 160");

  await kill("server");
  await eventually(async () => expect(code.processes("server")).toHaveLength(1));
  await editor.settled();
  await editor.showsBehind("one + 10", "⇒ 160", 40_000);
  await editor.viewShows("160");
  await editor.endOf("int one = 150");
  await editor.press("Backspace");
  await editor.showsBehind("one + 10", "⇒ 25");
  await editor.viewShows("25");

  // Again and again: there is an end to it, and a way to begin again.
  for (let i = 0; i < 4; i++) {
    await eventually(async () => expect(code.processes("server")).toHaveLength(1));
    await editor.showsBehind("one + 10", "⇒ 25", 40_000);
    await editor.settled();
    await kill("server");
  }
  const message = editor.page.locator(".notification-toast", { hasText: "left alone" });
  await message.waitFor();
  await editor.picture("stopped");
  expect(code.processes("server")).toEqual([]);
  await message.getByRole("button", { name: "Start Again" }).click();
  await editor.settled();
  await editor.viewShows("25");
  await editor.close();
}, 240_000);

test("without a JDK it says so, and what to do; with one it goes on", async () => {
  code = await CodeServer.start({ settings: { "colight.java.home": "/nowhere/jdk" } });
  const editor = await open();
  const message = editor.page.locator(".notification-toast", { hasText: "needs a JDK" });
  await message.waitFor({ timeout: 40_000 });
  expect(await message.innerText()).toContain("There is no Java in /nowhere/jdk");
  await editor.command("Colight: Open the Live View");
  await editor.view().locator(".notice", { hasText: "needs a JDK" }).waitFor();
  await editor.picture("no-jdk");
  expect(code.processes("server")).toEqual([]);

  await editor.command("Preferences: Open User Settings (JSON)");
  await editor.page.locator('.tab.active[data-resource-name="settings.json"]').waitFor();
  await editor.focus();
  await editor.press("Control+a");
  await editor.paste("{}");
  await editor.press("Control+s");
  await editor.document("one.jsh");
  await editor.showsBehind("one + 10", "⇒ 11", 40_000);
  await editor.viewShows("11");
  await editor.close();
});

describe("in a workspace that is not trusted", () => {
  test("nothing runs until somebody trusts it", async () => {
    code = await CodeServer.start({ trust: true });
    const editor = await open();
    await editor.command("Colight: Open the Live View");
    await editor.view().locator(".notice", { hasText: "nothing runs" }).waitFor();
    await editor.picture("untrusted");
    expect(code.processes("server")).toEqual([]);
    expect((await editor.after("one + 10")).after).toBe("");

    await editor.view().locator(".notice-action").click();
    await editor.page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await editor.document("one.jsh");
    await editor.showsBehind("one + 10", "⇒ 11", 40_000);
    await editor.close();
  });
});
