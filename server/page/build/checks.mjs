// What the checks of the page and of the extension share.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

/** A hash of files, and of what else a check depends on. */
export function fingerprint(tools, paths) {
  const hash = createHash("sha256").update(tools);
  for (const path of paths) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** Runs a program in Node.js, and ends this one where it fails. */
export function run(what, module, ...args) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [module, ...args], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`${what}: failed`);
    process.exit(1);
  }
  console.log(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
