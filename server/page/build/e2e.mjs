// Opens a document with the real server and edits it while a browser looks: npm run e2e.
// COLIGHT names the command to start, where that is not the one of this repository.
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

await build({
  entryPoints: ["test/e2e/open.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  outfile: "target/e2e/open.mjs",
  packages: "external",
  logLevel: "warning",
});
const options = ["--enable-source-maps", "target/e2e/open.mjs"];
process.exit(spawnSync(process.execPath, options, { stdio: "inherit" }).status ?? 1);
