// Tests the .vsix in the real VS Code, in a browser: node build/e2e.mjs quick, or all, or the name of
// a test file.
import { spawnSync } from "node:child_process";
import { findChromium } from "../../server/page/build/chromium.mjs";
import { codeServer } from "./code-server.mjs";

const QUICK = "smoke";

const chromium = findChromium();
const { entry, missing } =
  chromium === undefined ? { missing: "there is no Chromium" } : codeServer();
if (entry === undefined) {
  console.warn(`tests in VS Code: NOT RUN: ${missing}`);
  process.exit(0);
}
const [which = "all", ...more] = process.argv.slice(2);
const files = which === "all" ? [] : [which === "quick" ? QUICK : which];
const vitest = "node_modules/vitest/vitest.mjs";
const options = ["run", "--config", "vitest.e2e.config.ts", ...files, ...more];
const { status } = spawnSync(process.execPath, [vitest, ...options], {
  stdio: "inherit",
  env: { ...process.env, CODE_SERVER: entry, CHROMIUM: chromium },
});
process.exit(status ?? 1);
