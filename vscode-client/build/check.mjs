// Checks the extension: types, format, unit tests. What passed once is not checked again until one
// of its files, or of those of the page that it shares, changes.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { filesOf, fingerprint, run } from "../../server/page/build/checks.mjs";

const stamp = "target/checked";

const own = readdirSync(".", { withFileTypes: true }).filter((entry) => entry.isFile());
const folders = ["src", "test", "build", "syntaxes", "snippets", "../server/page/src"];
const shared = "../server/page/build/checks.mjs";
const wanted = fingerprint(
  process.version,
  [...own.map(({ name }) => name), ...folders.flatMap(filesOf), shared].sort(),
);
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log("vscode: these files have been checked");
  process.exit(0);
}

run("types", "node_modules/typescript/bin/tsc", "--noEmit");
run("format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".");
run("tests", "node_modules/vitest/vitest.mjs", "run");

mkdirSync("target", { recursive: true });
writeFileSync(stamp, wanted);
