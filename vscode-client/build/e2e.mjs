// Tests the .vsix in the real VS Code, in a browser: npm run e2e [name of a test file].
import { spawnSync } from "node:child_process";
import { findChromium } from "../../server/page/build/chromium.mjs";
import { codeServer } from "./code-server.mjs";

const chromium = findChromium();
const { entry, missing } =
  chromium === undefined ? { missing: "there is no Chromium" } : codeServer();
if (entry === undefined) {
  console.warn(`tests in VS Code: NOT RUN: ${missing}`);
  process.exit(0);
}
const vitest = "node_modules/vitest/vitest.mjs";
const options = ["run", "--config", "vitest.e2e.config.ts", ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [vitest, ...options], {
  stdio: "inherit",
  env: { ...process.env, CODE_SERVER: entry, CHROMIUM: chromium },
});
process.exit(status ?? 1);
