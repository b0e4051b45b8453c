// Checks the extension: types, format, unit tests. What passed once is not checked again until one
// of its files, or of those of the page that it shares, changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamp = "target/checked";

function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  const own = readdirSync(".", { withFileTypes: true }).filter((entry) => entry.isFile());
  const folders = ["src", "test", "build", "syntaxes", "snippets", "../server/page/src"];
  for (const path of [...own.map(({ name }) => name), ...folders.flatMap(filesOf)].sort()) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function run(what, module, ...args) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [module, ...args], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`${what}: failed`);
    process.exit(1);
  }
  console.log(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

const wanted = fingerprint();
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log("vscode: these files have been checked");
  process.exit(0);
}

run("types", "node_modules/typescript/bin/tsc", "--noEmit");
run("format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".");
run("tests", "node_modules/vitest/vitest.mjs", "run");

mkdirSync("target", { recursive: true });
writeFileSync(stamp, wanted);
