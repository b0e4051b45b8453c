// Makes the page: index.html with its assets for the server, and what is exported as one file.
import { build } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { plotStyles } from "./plot-styles.mjs";
import { notices, packagesOf, summary } from "./third-party.mjs";

const out = process.argv[2] ?? "target/classes/dev/colight/page";

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  plugins: [plotStyles],
};

const index = await readFile("src/index.html", "utf8");

/** What the bundles were made from. */
const metafiles = [];

function fill(values) {
  return index.replace(/ *<!--(\w+)-->\n/g, (_, name) => (values[name] ? `${values[name]}\n` : ""));
}

async function page() {
  const result = await build({
    ...common,
    entryPoints: { main: "src/main.ts", style: "src/style/style.css" },
    format: "esm",
    splitting: true,
    outdir: `${out}/assets`,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
    define: { WITH_VEGA: "true" },
  });
  metafiles.push(result.metafile);
  const made = Object.entries(result.metafile.outputs);
  const entry = (source) => {
    const [path] = made.find(([, { entryPoint }]) => entryPoint === source);
    return `/assets/${path.slice(path.lastIndexOf("/") + 1)}`;
  };
  return fill({
    STYLE: `<link rel="stylesheet" href="${entry("src/style/style.css")}" />`,
    SCRIPT: `<script type="module" src="${entry("src/main.ts")}"></script>`,
  });
}

/** One file: a `</script` in the code is escaped by esbuild, fonts are part of the style. */
async function exported(vega) {
  const result = await build({
    ...common,
    entryPoints: ["src/export.ts", "src/style/style.css"],
    format: "iife",
    outdir: "out",
    write: false,
    loader: { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty" },
    define: { WITH_VEGA: String(vega) },
  });
  metafiles.push(result.metafile);
  const packages = await packagesOf([result.metafile]);
  const text = (extension) => result.outputFiles.find(({ path }) => path.endsWith(extension)).text;
  return fill({
    STYLE: `${summary(packages)}\n<style>${text(".css")}</style>`,
    DATA: '<script type="application/json" id="colight-data">/*COLIGHT-DATA*/null</script>',
    SCRIPT: `<script>${text(".js")}</script>`,
  });
}

await rm(out, { recursive: true, force: true });
await mkdir(`${out}/assets`, { recursive: true });
await writeFile(`${out}/index.html`, await page());
await writeFile(`${out}/export.html`, await exported(false));
await writeFile(`${out}/export-vega.html`, await exported(true));
await writeFile(`${out}/third-party.txt`, notices(await packagesOf(metafiles)));
