// Installs the real VS Code for a browser, code-server, into the cache of the user, once.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

// The newest whose package says that Node.js 20 will do.
const VERSION = "4.100.3";
const NATIVE = ["native-watchdog", "node-pty", "@vscode/spdlog"];

const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const root = join(cache, "colight", `code-server-${VERSION}`);
const entry = join(root, "node_modules/code-server/out/node/entry.js");

// A registry that does not answer fails no build.
const TIMEOUT = 600_000;

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"], timeout: TIMEOUT });
}

function npm(cwd, ...args) {
  run("npm", [...args, "--no-audit", "--no-fund", "--loglevel", "error"], cwd);
}

function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((path) => existsSync(path));
}

/** Replaces what is at a path by a link. */
function link(target, path) {
  rmSync(path, { force: true, recursive: true });
  symlinkSync(target, path);
}

function install(ripgrep) {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "package.json"), '{ "private": true }');
  npm(root, "install", `code-server@${VERSION}`, "--ignore-scripts", "--no-save");
  npm(root, "rebuild", "argon2");
  // Its own script for these takes a packager's tools; the packages alone will do.
  const vscode = join(root, "node_modules/code-server/lib/vscode");
  npm(vscode, "install", "--omit=dev", "--ignore-scripts");
  npm(join(vscode, "extensions"), "install", "--omit=dev", "--ignore-scripts");
  const globals = execFileSync("npm", ["root", "-g"], { encoding: "utf8" }).trim();
  const gyp = join(globals, "npm/node_modules/node-gyp/bin/node-gyp.js");
  for (const name of NATIVE) {
    run(process.execPath, [gyp, "rebuild", "--nodedir=/usr"], join(vscode, "node_modules", name));
  }
  link("node_modules", join(vscode, "node_modules.asar"));
  mkdirSync(join(vscode, "node_modules/@vscode/ripgrep/bin"), { recursive: true });
  link(ripgrep, join(vscode, "node_modules/@vscode/ripgrep/bin/rg"));
}

/** Returns the script that starts code-server, installed where it is not, or why there is none. */
export function codeServer() {
  if (process.platform !== "linux") {
    return { missing: "it is installed on Linux only" };
  }
  if (Number(process.versions.node.split(".")[0]) < 20) {
    return { missing: `it takes Node.js 20, and this is ${process.version}` };
  }
  if (!existsSync(join(root, "installed"))) {
    const ripgrep = onPath("rg");
    if (ripgrep === undefined) {
      return { missing: "its installation takes ripgrep (rg) on the PATH" };
    }
    console.log(`code-server ${VERSION}: installing into ${root}; this takes a minute`);
    try {
      install(ripgrep);
    } catch (error) {
      return { missing: `its installation failed: ${error.message}` };
    }
    writeFileSync(join(root, "installed"), VERSION);
  }
  return { entry };
}
