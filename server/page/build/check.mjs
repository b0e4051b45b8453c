// Checks the page: types, format, tests. What passed once is not checked again until one of its
// files, or the browser, changes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { filesOf, fingerprint, run } from "./checks.mjs";
import { findChromium } from "./chromium.mjs";
import { plotStyles } from "./plot-styles.mjs";

const stamp = "target/checked";
const browser = findChromium();

const single = ["package.json", "package-lock.json", "tsconfig.json", ".prettierrc.json"];
const folders = ["src", "test", "build"];
const wanted = fingerprint(`${browser} ${process.version}`, [
  ...single,
  ...folders.flatMap(filesOf).sort(),
]);
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log("page: these files have been checked");
  process.exit(0);
}

run("types", "node_modules/typescript/bin/tsc", "--noEmit");
run("format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".");

const tests = filesOf("test").filter((path) => path.endsWith(".test.ts"));
await build({
  entryPoints: tests,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  outdir: "target/tests",
  outExtension: { ".js": ".mjs" },
  packages: "external",
  sourcemap: "inline",
  define: { WITH_VEGA: "true" },
  plugins: [plotStyles],
  logLevel: "warning",
});
const compiled = filesOf("target/tests").filter((path) => path.endsWith(".test.mjs"));
const inBrowser = compiled.filter((path) => path.includes("browser"));
const options = ["--enable-source-maps", "--test"];
run(
  "tests",
  ...options.slice(0, 1),
  ...options.slice(1),
  ...compiled.filter((path) => !inBrowser.includes(path)),
);
if (browser === undefined) {
  console.warn(
    "browser tests: NOT RUN, as there is no Chromium (on the PATH, or named by CHROMIUM)",
  );
} else {
  run("browser tests", ...options.slice(0, 1), ...options.slice(1), ...inBrowser);
}

mkdirSync("target", { recursive: true });
writeFileSync(stamp, wanted);
