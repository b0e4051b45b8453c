// Makes dist/, and of it target/colight-live.vsix: the extension, the live view, and the server's jars.
import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { notices, packagesOf } from "../../server/page/build/third-party.mjs";
import { extension, webview } from "./bundle.mjs";

const app = "../server/app/target";
const VSIX = "target/colight-live.vsix";

async function jars(out) {
  const own = (await readdir(app)).filter((name) => /^colight-app-[\d.]+\.jar$/.test(name));
  const libraries = (await readdir(`${app}/lib`)).filter((name) => name.endsWith(".jar"));
  await mkdir(out, { recursive: true });
  await Promise.all([
    ...own.map((name) => cp(`${app}/${name}`, `${out}/${name}`)),
    ...libraries.map((name) => cp(`${app}/lib/${name}`, `${out}/${name}`)),
  ]);
}

function vsix() {
  const vsce = "node_modules/@vscode/vsce/vsce";
  const options = [
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    VSIX,
  ];
  const { status } = spawnSync(process.execPath, [vsce, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    process.exit(1);
  }
}

await rm("dist", { recursive: true, force: true });
await mkdir("target", { recursive: true });
const [own, view] = await Promise.all([
  extension("dist/extension.cjs"),
  webview("dist/webview"),
  jars("dist/server"),
  cp("../THIRD-PARTY.md", "dist/THIRD-PARTY.md"),
]);
await writeFile("dist/third-party.txt", notices(await packagesOf([own.metafile, view.metafile])));
if (Number(process.versions.node.split(".")[0]) >= 20) {
  vsix();
} else {
  console.warn("vsix: NOT MADE, as vsce takes Node.js 20 or later");
}
