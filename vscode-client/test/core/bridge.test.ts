import { METHODS } from "@page/protocol/protocol.js";
import { beforeEach, describe, expect, test } from "vitest";
import { Bridge, type BridgeHost } from "../../src/core/bridge.js";
import type { LiveDocument } from "../../src/core/live.js";
import type { ToView } from "../../src/core/messages.js";
import { ended, started, twoBlocks, URI } from "./support.js";

let posted: ToView[];
let asked: string[];
let known: LiveDocument | null;
let openable: boolean;
let bridge: Bridge;

beforeEach(() => {
  posted = [];
  asked = [];
  known = twoBlocks();
  openable = true;
  const host: BridgeHost = {
    post: (message) => posted.push(message),
    model: () => known?.model ?? null,
    open: () => Promise.resolve(openable),
    request: (method) => {
      asked.push(method);
      return method === METHODS.VERIFY
        ? Promise.reject(new Error("not now"))
        : Promise.resolve({ run: 7 });
    },
    reveal: (place) => asked.push(`reveal ${place.range.start.line}`),
  };
  bridge = new Bridge(host);
});

function call(method: string, params: unknown, id: number | undefined = 1, connection = 1): void {
  bridge.receive({ kind: "rpc", connection, text: JSON.stringify({ id, method, params }) });
}

/** What has been sent, without what it is wrapped in. */
function sent(): unknown[] {
  return posted.flatMap((message) =>
    message.kind === "rpc" ? [JSON.parse(message.text) as unknown] : [],
  );
}

describe("the handshake", () => {
  test("a view that is there before the server hears of it when it comes", () => {
    bridge.receive({ kind: "connect", connection: 1 });
    expect(posted).toEqual([]);
    bridge.serverStarted();
    expect(posted).toEqual([{ kind: "opened", connection: 1 }]);
  });

  test("a view that comes after the server is let in at once", () => {
    bridge.serverStarted();
    bridge.receive({ kind: "connect", connection: 1 });
    expect(posted).toEqual([{ kind: "opened", connection: 1 }]);
  });

  test("nothing is sent to a view that has not connected", () => {
    bridge.serverStarted();
    bridge.told(started(2, 2, []));
    bridge.documentChanged(URI);
    expect(posted).toEqual([]);
  });
});

describe("a view that is connected", () => {
  beforeEach(() => {
    bridge.serverStarted();
    bridge.receive({ kind: "connect", connection: 1 });
    posted = [];
  });

  test("is told all of a document, and then what happens in it", () => {
    call(METHODS.DOCUMENT, { uri: URI });
    bridge.told(ended(1, 2));
    expect(sent()).toMatchObject([
      { id: 1, result: { uri: URI, blocks: [{ id: "a" }, { id: "b" }] } },
      { method: METHODS.RUN_END, params: { run: 2 } },
    ]);
  });

  test("is not told of a document that it does not look at", () => {
    call(METHODS.DOCUMENT, { uri: "file:///other.jsh" });
    posted = [];
    bridge.told(ended(1, 2));
    expect(sent()).toEqual([]);
  });

  test("is told of a document when it has been opened, once", () => {
    const later = known;
    known = null;
    call(METHODS.DOCUMENT, { uri: URI });
    expect(sent()).toEqual([]);
    known = later;
    bridge.told(started(1, 1, []));
    bridge.told(ended(1, 1));
    expect(sent()).toMatchObject([{ id: 1, result: { uri: URI } }, { method: METHODS.RUN_END }]);
  });

  test("hears that a document cannot be opened", async () => {
    known = null;
    openable = false;
    call(METHODS.DOCUMENT, { uri: URI });
    await Promise.resolve();
    expect(sent()).toMatchObject([{ id: 1, error: { message: "it is not there" } }]);
  });

  test("asks anew where its document has been closed or opened again", () => {
    call(METHODS.DOCUMENT, { uri: URI });
    posted = [];
    bridge.documentChanged(URI);
    bridge.documentChanged("file:///other.jsh");
    expect(sent()).toMatchObject([{ method: METHODS.FILES_CHANGED }]);
  });

  test("has done what it asks for, and hears how it went", async () => {
    call(METHODS.RUN, { uri: URI }, 4);
    call(METHODS.VERIFY, { uri: URI }, 5);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([METHODS.RUN, METHODS.VERIFY]);
    expect(sent()).toMatchObject([
      { id: 4, result: { run: 7 } },
      { id: 5, error: { message: "not now" } },
    ]);
  });

  test.each(["textDocument/didOpen", "workspace/executeCommand", METHODS.PREVIEW, METHODS.FILES])(
    "cannot ask for %s",
    (method) => {
      call(method, {}, 9);
      expect(asked).toEqual([]);
      expect(sent()).toMatchObject([{ id: 9, error: { code: -32601 } }]);
    },
  );

  test("goes to the source", () => {
    const place = { line: 3, character: 0 };
    const params = { uri: URI, range: { start: place, end: place } };
    const text = JSON.stringify({ method: METHODS.REVEAL, params });
    bridge.receive({ kind: "rpc", connection: 1, text });
    expect(asked).toEqual(["reveal 3"]);
  });

  test("is told when the server goes, and let in again when there is another", () => {
    bridge.serverGone();
    expect(posted).toEqual([{ kind: "closed", connection: 1 }]);
    posted = [];
    bridge.receive({ kind: "connect", connection: 2 });
    expect(posted).toEqual([]);
    bridge.serverStarted();
    expect(posted).toEqual([{ kind: "opened", connection: 2 }]);
  });

  test("gets no answers to what an earlier connection asked", async () => {
    call(METHODS.RUN, { uri: URI }, 4);
    bridge.receive({ kind: "connect", connection: 2 });
    posted = [];
    await Promise.resolve();
    await Promise.resolve();
    expect(posted).toEqual([]);
    call(METHODS.RUN, { uri: URI }, 5, 1);
    expect(asked).toEqual([METHODS.RUN]);
  });
});
