import type { Transport } from "./transport.js";

/** What a server answers in place of a result. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Says that the connection went before the answer came. */
export const CONNECTION_LOST = -1;
export const METHOD_NOT_FOUND = -32601;

interface Pending {
  resolve(result: unknown): void;
  reject(error: RpcError): void;
}

interface Envelope {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

/** JSON-RPC 2.0, one message a text. */
export class Rpc {
  private readonly pending = new Map<number | string, Pending>();
  private next = 1;

  constructor(
    private readonly transport: Transport,
    private readonly onNotification: (method: string, params: unknown) => void,
  ) {
    transport.onMessage = (text) => this.receive(text);
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** Gives up on what has not been answered. */
  lost(): void {
    const unanswered = [...this.pending.values()];
    this.pending.clear();
    unanswered.forEach((p) => p.reject(new RpcError(CONNECTION_LOST, "the connection was lost")));
  }

  private receive(text: string): void {
    const message = JSON.parse(text) as Envelope;
    if (message.method !== undefined) {
      if (message.id === undefined) {
        this.onNotification(message.method, message.params);
      } else {
        // A language server asks its clients for things that a page does not have.
        const error = { code: METHOD_NOT_FOUND, message: "a page does not do that" };
        this.send({ id: message.id, error });
      }
      return;
    }
    const pending = message.id === undefined ? undefined : this.pending.get(message.id);
    if (pending === undefined || message.id === undefined) {
      return;
    }
    this.pending.delete(message.id);
    if (message.error) {
      pending.reject(new RpcError(message.error.code, message.error.message));
    } else {
      pending.resolve(message.result);
    }
  }

  private send(message: Envelope): void {
    this.transport.send(JSON.stringify({ jsonrpc: "2.0", ...message }));
  }
}
