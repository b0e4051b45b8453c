import { build } from "esbuild";
import { plotStyles } from "../../server/page/build/plot-styles.mjs";

const common = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  define: { WITH_VEGA: "true" },
};

/** Bundles the extension for the editor's process. */
export function extension(outfile) {
  return build({
    ...common,
    entryPoints: ["src/editor/extension.ts"],
    outfile,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
  });
}

/** Bundles the live view, whose larger parts are loaded when they are needed. */
export function webview(outdir) {
  return build({
    ...common,
    entryPoints: { main: "src/webview/main.ts" },
    outdir,
    format: "esm",
    splitting: true,
    target: "es2022",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
    plugins: [plotStyles],
  });
}
