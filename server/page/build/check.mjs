// Checks the page: types, format, tests. What passed once is not checked again until one of its
// files, or the browser, changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { findChromium } from "./chromium.mjs";
import { plotStyles } from "./plot-styles.mjs";

const stamp = "target/checked";
const browser = findChromium();

function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

function fingerprint() {
  const hash = createHash("sha256").update(`${browser} ${process.version}`);
  const single = ["package.json", "package-lock.json", "tsconfig.json", ".prettierrc.json"];
  for (const path of [...single, ...["src", "test", "build"].flatMap(filesOf).sort()]) {
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
