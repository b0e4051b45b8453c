import type { DocumentResult } from "../protocol/protocol.js";
import { METHODS, PROTOCOL_VERSION } from "../protocol/protocol.js";
import { CONNECTION_LOST, Rpc, RpcError } from "./rpc.js";
import type { Transport } from "./transport.js";

export type Connection = "connecting" | "open" | "lost";

/** Hears what happens on the connection. */
export interface SessionListener {
  connection(state: Connection): void;
  notification(method: string, params: unknown): void;
  document(all: DocumentResult): void;
  /** A document could not be had. */
  refused(uri: string, message: string): void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;

/**
 * Keeps a connection to the server. One that is lost is opened again, sooner at first and then
 * less often; each time the server is told anew who we are and what we watch.
 */
export class Session {
  private rpc: Rpc | null = null;
  private open = false;
  private watched: string | null = null;
  private failures = 0;

  constructor(
    private readonly connect: () => Transport,
    private readonly renders: readonly string[],
    private readonly listener: SessionListener,
    private readonly later: (action: () => void, ms: number) => void = (action, ms) => {
      setTimeout(action, ms);
    },
  ) {}

  start(): void {
    const transport = this.connect();
    const rpc = new Rpc(transport, (method, params) => this.listener.notification(method, params));
    this.rpc = rpc;
    transport.onOpen = () => {
      this.greet(rpc).catch(() => transport.close());
    };
    transport.onClose = () => this.closed(rpc);
  }

  /** Tries at once, where a connection is being waited for. */
  retryNow(): void {
    if (this.rpc === null) {
      this.start();
    }
  }

  /** Looks at a document in place of the one before. */
  watch(uri: string | null): void {
    if (this.watched !== null && this.watched !== uri) {
      this.notify(METHODS.UNWATCH, { uri: this.watched });
    }
    this.watched = uri;
    if (uri !== null && this.open) {
      void this.fetchDocument(uri);
    }
  }

  request(method: string, params: unknown): Promise<unknown> {
    return this.rpc !== null && this.open
      ? this.rpc.request(method, params)
      : Promise.reject(new RpcError(CONNECTION_LOST, "there is no connection"));
  }

  notify(method: string, params: unknown): void {
    if (this.open) {
      this.rpc?.notify(method, params);
    }
  }

  private async greet(rpc: Rpc): Promise<void> {
    await rpc.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: {
        colight: { protocol: PROTOCOL_VERSION, renders: this.renders, urls: true, sources: true },
      },
    });
    rpc.notify("initialized", {});
    this.open = true;
    this.failures = 0;
    this.listener.connection("open");
    if (this.watched !== null) {
      await this.fetchDocument(this.watched);
    }
  }

  private async fetchDocument(uri: string): Promise<void> {
    try {
      const all = (await this.request(METHODS.DOCUMENT, { uri })) as DocumentResult;
      if (this.watched === uri) {
        this.listener.document(all);
      }
    } catch (error) {
      if (error instanceof RpcError && error.code !== CONNECTION_LOST) {
        this.listener.refused(uri, error.message);
      }
    }
  }

  private closed(rpc: Rpc): void {
    if (this.rpc !== rpc) {
      return;
    }
    this.rpc = null;
    this.open = false;
    rpc.lost();
    this.listener.connection("lost");
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures++);
    // Pages of one server that went away do not all come back in the same moment.
    this.later(() => this.retryNow(), wait * (0.75 + Math.random() / 2));
  }
}
