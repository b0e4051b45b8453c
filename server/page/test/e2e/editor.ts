// Previews a document as an editor does that has it open, closes it and opens it again.
import { inBrowser, showing, startColight } from "./real-server.js";

const URI = "file:///work/live.jsh";
const server = startColight(["lsp", "--trust"], "pipe");
const pending = new Map<number, (result: unknown) => void>();
let buffer = Buffer.alloc(0);
let lastId = 0;

function send(message: object): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin?.write(body);
}

function request<T>(method: string, params: object): Promise<T> {
  const id = ++lastId;
  send({ id, method, params });
  return new Promise((resolve) => pending.set(id, resolve as (result: unknown) => void));
}

server.stdout?.on("data", (data: Buffer) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/.exec(buffer.toString("latin1", 0, head))?.[1]);
    if (head < 0 || buffer.length < head + 4 + length) {
      return;
    }
    const text = buffer.toString("utf8", head + 4, head + 4 + length);
    buffer = buffer.subarray(head + 4 + length);
    const { id, method, result } = JSON.parse(text) as Record<string, unknown>;
    if (method !== undefined && id !== undefined) {
      send({ id, result: null });
    } else if (method === undefined) {
      pending.get(Number(id))?.(result);
    }
  }
});

function open(version: number, text: string): void {
  const textDocument = { uri: URI, languageId: "jshell", version, text };
  send({ method: "textDocument/didOpen", params: { textDocument } });
}

function change(version: number, text: string): void {
  const textDocument = { uri: URI, version };
  send({ method: "textDocument/didChange", params: { textDocument, contentChanges: [{ text }] } });
}

try {
  await request("initialize", { processId: process.pid, capabilities: {} });
  send({ method: "initialized", params: {} });
  open(1, "int a = 1;\n\na + 1\n");
  const { url } = await request<{ url: string }>("colight/preview", { uri: URI });
  await inBrowser(url, async (page) => {
    await showing(page, "a + 1", "2");
    change(2, "int a = 10;\n\na + 1\n");
    await showing(page, "a + 1", "11");
    send({ method: "textDocument/didClose", params: { textDocument: { uri: URI } } });
    open(1, "int a = 100;\n\na + 2\n");
    await showing(page, "a + 2", "102");
    change(2, "int a = 200;\n\na + 2\n");
    await showing(page, "a + 2", "202");
  });
  await request("shutdown", {});
  send({ method: "exit" });
  console.log("a document in an editor: all as it should be");
} finally {
  server.kill();
}
