import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import type { Machine } from "../core/jdk.js";

const VERSION_TIMEOUT_MS = 10_000;

/** Returns what a function returns, or something else where it throws. */
function orElse<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** This machine. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  list: (directory) => orElse(() => readdirSync(directory), []),
  isExecutable: (file) =>
    orElse(() => {
      accessSync(file, constants.X_OK);
      return true;
    }, false),
  resolve: (file) => orElse(() => realpathSync(file), file),
  read: (file) => orElse(() => readFileSync(file, "utf8"), null),
  version: (java) => {
    const { stderr, status } = spawnSync(java, ["-version"], {
      encoding: "utf8",
      timeout: VERSION_TIMEOUT_MS,
    });
    return status === 0 ? stderr : null;
  },
};
