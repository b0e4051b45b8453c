import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import type { DocumentResult } from "../src/protocol/protocol.js";

const PAGE = "target/classes/dev/colight/page";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** The policy that the page has to work under. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface Request {
  readonly id?: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A server that speaks the contract, for documents that a test makes up. */
export class FakeServer {
  /** What the page has said, in order. */
  readonly received: Request[] = [];
  readonly documents = new Map<string, DocumentResult>();
  /** What is served under `/payload/` and `/frame/`. */
  readonly payloads = new Map<string, { type: string; body: string | Buffer }>();
  /** Answers to requests, by method. */
  readonly answers = new Map<string, (params: never) => unknown>();
  private readonly sockets = new Set<WebSocket>();
  private waiting: { matches: (request: Request) => boolean; done: (request: Request) => void }[] =
    [];
  private refusing = false;

  private constructor(
    private readonly http: Server,
    private readonly webSockets: WebSocketServer,
  ) {}

  static async start(port = 0): Promise<FakeServer> {
    const http = createServer();
    const server = new FakeServer(http, new WebSocketServer({ noServer: true }));
    http.on("request", (request, response) => void server.serve(request, response));
    http.on("upgrade", (request, socket, head) => {
      if (server.refusing) {
        socket.destroy();
        return;
      }
      server.webSockets.handleUpgrade(request, socket, head, (webSocket) =>
        server.accept(webSocket),
      );
    });
    await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
    return server;
  }

  url(uri: string): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/?uri=${encodeURIComponent(uri)}`;
  }

  /** Sends a notification to every page. */
  send(method: string, params: unknown): void {
    const text = JSON.stringify({ jsonrpc: "2.0", method, params });
    this.sockets.forEach((socket) => socket.send(text));
  }

  /** Returns the next request that matches, or one that has come already. */
  expect(matches: (request: Request) => boolean): Promise<Request> {
    const known = this.received.find(matches);
    return known === undefined
      ? new Promise((done, fail) => {
          setTimeout(() => fail(new Error("the page does not ask for it")), 15_000).unref();
          this.waiting.push({ matches, done });
        })
      : Promise.resolve(known);
  }

  /** Cuts all connections, and lets nobody in until told so. */
  goAway(): void {
    this.refusing = true;
    this.sockets.forEach((socket) => socket.terminate());
  }

  comeBack(): void {
    this.refusing = false;
  }

  async stop(): Promise<void> {
    this.goAway();
    this.webSockets.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private accept(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("message", (data: Buffer) => {
      const request = JSON.parse(data.toString()) as Request;
      this.received.push(request);
      this.waiting = this.waiting.filter(({ matches, done }) => {
        const found = matches(request);
        if (found) {
          done(request);
        }
        return !found;
      });
      if (request.id !== undefined) {
        socket.send(JSON.stringify({ jsonrpc: "2.0", id: request.id, ...this.answer(request) }));
      }
    });
  }

  private answer({ method, params }: Request): { result: unknown } | { error: unknown } {
    const own = this.answers.get(method);
    if (own !== undefined) {
      return { result: own(params as never) };
    }
    switch (method) {
      case "initialize":
        return { result: { capabilities: { experimental: { colight: { protocol: 1 } } } } };
      case "colight/document": {
        const document = this.documents.get(String(params["uri"]));
        return document === undefined
          ? { error: { code: -32602, message: "there is no such document" } }
          : { result: document };
      }
      case "colight/run":
      case "colight/restart":
      case "colight/input":
        return { result: { run: 2 } };
      case "colight/cancel":
        return { result: { cancelled: true } };
      default:
        return { error: { code: -32601, message: `no method ${method}` } };
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const payload = this.payloads.get(pathname);
    if (payload !== undefined) {
      response.writeHead(200, { "Content-Type": payload.type });
      response.end(payload.body);
      return;
    }
    const path = pathname === "/" ? "index.html" : pathname.slice(1);
    try {
      const body = await readFile(join(PAGE, path));
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}
