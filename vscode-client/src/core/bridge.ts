import type { DocumentModel } from "@page/core/model.js";
import type { Message } from "@page/core/reduce.js";
import { METHODS, PROTOCOL_VERSION, type RevealParams } from "@page/protocol/protocol.js";
import type { FromView, ToView } from "./messages.js";
import { documentOf, outputsOf } from "./mirror.js";

const METHOD_NOT_FOUND = -32601;
const REQUEST_FAILED = -32803;

/** What a view asks for that the server answers. */
const PASSED_ON: ReadonlySet<string> = new Set([
  METHODS.RUN,
  METHODS.CANCEL,
  METHODS.RESTART,
  METHODS.VERIFY,
  METHODS.EXPAND,
  METHODS.INPUT,
  METHODS.EXPORT,
]);

/** What a bridge needs of the side that it leads to. */
export interface BridgeHost {
  post(message: ToView): void;
  /** What is known of a document, or null where it is not open. */
  model(uri: string): DocumentModel | null;
  /** Sees to it that a document is open. */
  open(uri: string): Promise<boolean>;
  request(method: string, params: unknown): Promise<unknown>;
  reveal(place: RevealParams): void;
}

interface Call {
  readonly id?: number | string;
  readonly method: string;
  readonly params: unknown;
}

/**
 * Stands in for the server where a view talks to it: answers from what the extension knows, so that
 * a view hears everything once and in order, and passes on what it asks to have done.
 */
export class Bridge {
  private connection: number | null = null;
  private running = false;
  private opened = false;
  private watched: string | null = null;
  private waiting: number | string | null = null;

  constructor(private readonly host: BridgeHost) {}

  /** Notes that the server is there. */
  serverStarted(): void {
    this.running = true;
    this.openIfWanted();
  }

  /** Notes that the server is gone: the view is told, and comes back by itself. */
  serverGone(): void {
    this.running = false;
    if (this.opened && this.connection !== null) {
      const { connection } = this;
      this.forget();
      this.host.post({ kind: "closed", connection });
    }
  }

  /** Passes on what the server said, and what the extension made of it. */
  told(message: Message): void {
    const { uri } = message.params;
    if (!this.opened || (uri !== undefined && uri !== this.watched)) {
      return;
    }
    if (this.waiting !== null) {
      this.answerDocument();
    } else {
      this.notify(message.method, message.params);
    }
  }

  /** Notes that a document has been opened or closed: what was known of it is void. */
  documentChanged(uri: string): void {
    if (this.opened && uri === this.watched && this.waiting === null) {
      this.notify(METHODS.FILES_CHANGED, {});
    }
  }

  /** Takes what the view says. */
  receive(message: FromView): void {
    if (message.kind === "connect") {
      this.forget();
      this.connection = message.connection;
      this.openIfWanted();
    } else if (message.kind === "rpc" && message.connection === this.connection && this.opened) {
      this.call(JSON.parse(message.text) as Call);
    }
  }

  private forget(): void {
    this.connection = null;
    this.opened = false;
    this.watched = null;
    this.waiting = null;
  }

  private openIfWanted(): void {
    if (this.running && this.connection !== null && !this.opened) {
      this.opened = true;
      this.host.post({ kind: "opened", connection: this.connection });
    }
  }

  private call({ id, method, params }: Call): void {
    const about = params as { readonly uri?: string };
    if (method === METHODS.REVEAL) {
      this.host.reveal(params as RevealParams);
    } else if (method === METHODS.UNWATCH) {
      this.unwatch(about.uri);
    } else if (id === undefined) {
      return;
    } else if (method === "initialize") {
      const experimental = { colight: { protocol: PROTOCOL_VERSION } };
      this.answer(id, { capabilities: { experimental } });
    } else if (method === METHODS.DOCUMENT) {
      this.watch(id, about.uri ?? "");
    } else if (PASSED_ON.has(method)) {
      this.passOn(id, method, params);
    } else {
      this.refuse(id, METHOD_NOT_FOUND, "a view in the editor does not do that");
    }
  }

  private unwatch(uri: string | undefined): void {
    if (uri === this.watched) {
      this.watched = null;
      this.waiting = null;
    }
  }

  private watch(id: number | string, uri: string): void {
    if (this.waiting !== null) {
      this.refuse(this.waiting, REQUEST_FAILED, "another document is looked at by now");
    }
    this.watched = uri;
    this.waiting = id;
    if (this.host.model(uri) !== null) {
      this.answerDocument();
      return;
    }
    void this.host.open(uri).then((open) => {
      if (!open && this.waiting === id) {
        this.waiting = null;
        this.refuse(id, REQUEST_FAILED, "it is not there");
      }
    });
  }

  private answerDocument(): void {
    const model = this.watched === null ? null : this.host.model(this.watched);
    if (model !== null && this.waiting !== null) {
      this.answer(this.waiting, documentOf(model));
      this.waiting = null;
      outputsOf(model).forEach((output) => this.notify(METHODS.BLOCK_OUTPUT, output));
    }
  }

  private passOn(id: number | string, method: string, params: unknown): void {
    const { connection } = this;
    const current = (): boolean => this.connection === connection && this.opened;
    this.host.request(method, params).then(
      (result) => current() && this.answer(id, result),
      (error: Error) => current() && this.refuse(id, REQUEST_FAILED, error.message),
    );
  }

  private answer(id: number | string, result: unknown): void {
    this.send({ id, result: result ?? null });
  }

  private refuse(id: number | string, code: number, message: string): void {
    this.send({ id, error: { code, message } });
  }

  private notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(envelope: object): void {
    if (this.connection !== null) {
      const text = JSON.stringify({ jsonrpc: "2.0", ...envelope });
      this.host.post({ kind: "rpc", connection: this.connection, text });
    }
  }
}
