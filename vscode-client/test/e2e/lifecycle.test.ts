import { afterEach, describe, expect, test } from "vitest";
import type { CodeServerOptions } from "./codeServer.js";
import { type Editor, eventually } from "./editor.js";
import { Windows } from "./windows.js";

const ONE = "int one = 1\n\none + 10\n";

const windows = new Windows(null);

afterEach(() => windows.stop());

/** Starts a VS Code of its own, and opens a document in it. */
async function start(options: CodeServerOptions = {}): Promise<Editor> {
  await windows.start(options);
  return windows.open({ "one.jsh": ONE }, "one.jsh");
}

/** Ends the processes at once, and returns when they are gone. */
async function kill(what: "server" | "worker"): Promise<void> {
  const ids = windows.code.processes(what);
  expect(ids.length).toBeGreaterThan(0);
  ids.forEach((id) => process.kill(id, "SIGKILL"));
  await eventually(async () => {
    expect(windows.code.processes(what).filter((id) => ids.includes(id))).toEqual([]);
  });
}

test("a server and workers that are killed come back, with the documents as they were typed", async () => {
  const editor = await start();
  await editor.openView();
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.endOf("int one = 1");
  await editor.type("5");
  await editor.showsBehind("one + 10", "⇒ 25");

  await kill("worker");
  await editor.endOf("int one = 15");
  await editor.type("0");
  await editor.showsBehind("one + 10", "⇒ 160");

  await kill("server");
  await eventually(async () => expect(windows.code.processes("server")).toHaveLength(1));
  await editor.settled();
  await editor.showsBehind("one + 10", "⇒ 160");
  await editor.viewShows("160");
  await editor.endOf("int one = 150");
  await editor.press("Backspace");
  await editor.showsBehind("one + 10", "⇒ 25");
  await editor.viewShows("25");

  // Again and again: there is an end to it, and a way to begin again.
  for (let i = 0; i < 4; i++) {
    await eventually(async () => expect(windows.code.processes("server")).toHaveLength(1));
    await editor.showsBehind("one + 10", "⇒ 25");
    await editor.settled();
    await kill("server");
  }
  const message = editor.page.locator(".notification-toast", { hasText: "left alone" });
  await message.waitFor();
  await editor.picture("stopped");
  expect(windows.code.processes("server")).toEqual([]);
  await message.getByRole("button", { name: "Start Again" }).click();
  await editor.settled();
  await editor.viewShows("25");
  await editor.close();
}, 900_000);

test("without a JDK it says so, and what to do; with one it goes on", async () => {
  const editor = await start({ settings: { "colight.java.home": "/nowhere/jdk" } });
  const message = editor.page.locator(".notification-toast", { hasText: "needs a JDK" });
  await message.waitFor();
  expect(await message.innerText()).toContain("There is no Java in /nowhere/jdk");
  await editor.command("Colight: Open the Live View");
  await editor.view().locator(".notice", { hasText: "needs a JDK" }).waitFor();
  await editor.picture("no-jdk");
  expect(windows.code.processes("server")).toEqual([]);

  await editor.command("Preferences: Open User Settings (JSON)");
  await editor.page.locator('.tab.active[data-resource-name="settings.json"]').waitFor();
  await editor.focus();
  await editor.press("Control+a");
  await editor.paste("{}");
  await editor.press("Control+s");
  await editor.document("one.jsh");
  await editor.showsBehind("one + 10", "⇒ 11");
  await editor.viewShows("11");
  await editor.close();
});

describe("in a workspace that is not trusted", () => {
  test("nothing runs until somebody trusts it", async () => {
    const editor = await start({ trust: true });
    const lens = editor.page.locator(".codelens-decoration", { hasText: "is not trusted" });
    await lens.first().waitFor();
    await editor.endOf("one + 10");
    await editor.press("Control+Enter");
    const said = editor.page.locator(".notification-toast", { hasText: "nothing runs" });
    await said.getByRole("button", { name: "Manage trust" }).waitFor();
    await editor.press("Escape");
    await editor.command("Colight: Open the Live View");
    await editor.view().locator(".notice", { hasText: "nothing runs" }).waitFor();
    await editor.picture("untrusted");
    expect(windows.code.processes("server")).toEqual([]);
    expect((await editor.after("one + 10")).after).toBe("");

    await editor.view().locator(".notice-action").click();
    await editor.page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await editor.document("one.jsh");
    await editor.showsBehind("one + 10", "⇒ 11");
    await lens.first().waitFor({ state: "detached" });
    await editor.close();
  });
});
