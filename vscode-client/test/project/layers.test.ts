import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { RENDERS } from "../../src/core/renders.js";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
    };
    readonly colors: readonly { readonly id: string }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith(".ts") ? [path] : [];
  });
}

test("the editor's own API is used in one folder only", () => {
  const users = sources("src").filter((path) =>
    /from "(vscode|vscode-languageclient[^"]*)"/.test(readFileSync(path, "utf8")),
  );
  expect([...new Set(users.map((path) => dirname(path)))]).toEqual([join("src", "editor")]);
});

test("the core knows neither the editor nor Node.js nor a screen", () => {
  for (const path of sources("src/core")) {
    const text = readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    expect(text, path).not.toMatch(/from "(node:|\.\.\/(editor|webview)|@page\/(view|forms))/);
    expect(text, path).not.toMatch(/\b(document|window)\.|\bprocess\./);
  }
});

test("the view asks for what the page can show", () => {
  const forms = readFileSync("../server/page/src/forms/forms.ts", "utf8");
  const names = /FORMS: readonly Form\[\] = \[([^\]]*)\]/.exec(forms)?.[1]?.match(/\w+/g) ?? [];
  expect(RENDERS.length).toBe(names.length);
});

test("what the manifest offers there is, and all that there is it offers", () => {
  const { commands, keybindings, menus } = manifest.contributes;
  const offered = new Set(commands.map(({ command }) => command));
  const source = readFileSync("src/editor/commands.ts", "utf8");
  const table = source.slice(source.indexOf("register()"), source.indexOf("Object.entries"));
  const made = [...table.matchAll(/^ {6}(\w+): \(/gm)].map(([, name]) => `colight.${name}`);
  expect([...offered].sort()).toEqual(made.sort());
  for (const { command } of [...keybindings, ...Object.values(menus).flat()]) {
    expect(offered).toContain(command);
  }
});

test("every setting is described, and read somewhere", () => {
  const read = sources("src/editor")
    .map((path) => readFileSync(path, "utf8"))
    .join();
  for (const [name, { markdownDescription }] of Object.entries(
    manifest.contributes.configuration.properties,
  )) {
    expect(markdownDescription, name).toMatch(/\.$/);
    expect(read, name).toContain(`"${name.replace("colight.", "")}"`);
  }
});

test("every colour that is used is in the manifest", () => {
  const used = readFileSync("src/editor/decorations.ts", "utf8").match(/colight\.\w+Foreground/g);
  const ids = manifest.contributes.colors.map(({ id }) => id);
  expect([...new Set(used)].sort()).toEqual([...ids].sort());
});
