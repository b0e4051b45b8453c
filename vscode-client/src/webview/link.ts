import type { Transport } from "@page/connection/transport.js";
import type { FromView, ToView } from "../core/messages.js";

/** Makes transports to the extension, one after another; what is for an older one is dropped. */
export class Link {
  private connection = 0;
  private transport: Transport | null = null;

  constructor(private readonly post: (message: FromView) => void) {}

  connect(): Transport {
    const connection = ++this.connection;
    const transport: Transport = {
      send: (text) => this.post({ kind: "rpc", connection, text }),
      close: () => this.closed(connection),
      onMessage: () => {},
      onOpen: () => {},
      onClose: () => {},
    };
    this.transport = transport;
    this.post({ kind: "connect", connection });
    return transport;
  }

  receive(message: ToView): void {
    if (!("connection" in message) || message.connection !== this.connection) {
      return;
    }
    switch (message.kind) {
      case "opened":
        this.transport?.onOpen();
        break;
      case "rpc":
        this.transport?.onMessage(message.text);
        break;
      case "closed":
        this.closed(message.connection);
        break;
    }
  }

  private closed(connection: number): void {
    if (connection === this.connection && this.transport !== null) {
      const { transport } = this;
      this.transport = null;
      transport.onClose();
    }
  }
}
