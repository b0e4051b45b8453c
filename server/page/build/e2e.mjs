// Looks at documents in a browser with the real server behind it: npm run e2e. COLIGHT_CLASS_PATH
// says what to start, where that is not the command of this repository (or the one that COLIGHT is).
import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { findChromium } from "./chromium.mjs";

if (findChromium() === undefined) {
  console.warn("e2e: NOT RUN, as there is no Chromium (on the PATH, or named by CHROMIUM)");
  process.exit(0);
}
const stories = ["open", "editor"];
await build({
  entryPoints: stories.map((story) => `test/e2e/${story}.ts`),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  outdir: "target/e2e",
  outExtension: { ".js": ".mjs" },
  packages: "external",
  logLevel: "warning",
});
for (const story of stories) {
  const options = ["--enable-source-maps", `target/e2e/${story}.mjs`];
  const { status } = spawnSync(process.execPath, options, { stdio: "inherit", timeout: 180_000 });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
