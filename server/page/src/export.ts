import { emptyDocument, reduce } from "./core/reduce.js";
import { listenToFrames } from "./forms/media.js";
import type { DocumentResult } from "./protocol/protocol.js";
import { showHelp } from "./view/dialogs.js";
import { Shell } from "./view/shell.js";

interface Exported {
  readonly document: DocumentResult;
  readonly uri: string;
  readonly title: string;
}

/** Shows what the page brought along, without a server. */
function showExport({ document: all, uri, title }: Exported): void {
  const nothing = (): void => {};
  const unavailable = (): Promise<never> =>
    Promise.reject(new Error("This is not part of the export."));
  const shell: Shell = new Shell(
    {
      run: nothing,
      cancel: nothing,
      restart: nothing,
      verify: nothing,
      trust: nothing,
      export: nothing,
      files: nothing,
      search: () => shell.search.open(),
      help: showHelp,
      toggle: (what) => shell.toggle(what),
      theme: () => shell.nextTheme(),
    },
    {
      uri,
      live: false,
      hostOf: () => ({ load: unavailable, expand: unavailable, input: nothing, reveal: nothing }),
      run: nothing,
      cancel: nothing,
      reveal: nothing,
      revealInBlock: nothing,
      obstacles: () => [],
    },
    nothing,
    false,
  );
  document.title = title;
  const params: DocumentResult = { ...all, uri };
  shell.begin(uri);
  shell.paint(
    reduce(emptyDocument(uri), { method: "colight/document", params }),
    title,
    "none",
    null,
  );
}

listenToFrames();
const data = JSON.parse(
  document.getElementById("colight-data")?.textContent ?? "null",
) as Exported | null;
if (data !== null) {
  showExport(data);
}
