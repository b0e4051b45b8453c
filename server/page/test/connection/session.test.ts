import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Session } from "../../src/connection/session.js";
import type { Transport } from "../../src/connection/transport.js";

interface Sent {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { uri?: string; initializationOptions?: { colight: Record<string, unknown> } };
}

/** A way to a server that the test plays. */
class FakeTransport implements Transport {
  readonly sent: Sent[] = [];
  closed = false;
  onMessage: (text: string) => void = () => {};
  onOpen: () => void = () => {};
  onClose: () => void = () => {};

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    this.closed = true;
    this.onClose();
  }

  async answer(method: string, result: unknown): Promise<void> {
    const request = this.sent.filter((sent) => sent.method === method).at(-1);
    this.onMessage(JSON.stringify({ jsonrpc: "2.0", id: request?.id, result }));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Play {
  readonly session: Session;
  readonly transports: FakeTransport[];
  readonly heard: string[];
  readonly waits: { action: () => void; ms: number }[];
}

function play(): Play {
  const waits: Play["waits"] = [];
  const transports: FakeTransport[] = [];
  const heard: string[] = [];
  const session = new Session(
    () => {
      const transport = new FakeTransport();
      transports.push(transport);
      return transport;
    },
    ["text/html"],
    {
      connection: (state) => heard.push(state),
      notification: (method) => heard.push(method),
      document: (all) => heard.push(`document ${all.uri}`),
      refused: (uri, message) => heard.push(`refused ${uri}: ${message}`),
    },
    (action, ms) => waits.push({ action, ms }),
  );
  return { session, transports, heard, waits };
}

describe("a session", () => {
  it("says who it is, then asks for what is looked at", async () => {
    const { session, transports, heard } = play();
    session.watch("file:///a.jsh");
    session.start();
    const transport = transports[0] as FakeTransport;
    transport.onOpen();
    assert.deepEqual(transport.sent[0]?.params?.initializationOptions?.colight, {
      protocol: 1,
      renders: ["text/html"],
      urls: true,
      sources: true,
    });
    await transport.answer("initialize", {});
    assert.deepEqual(
      transport.sent.slice(1).map(({ method }) => method),
      ["initialized", "colight/document"],
    );
    await transport.answer("colight/document", { uri: "file:///a.jsh" });
    assert.deepEqual(heard, ["open", "document file:///a.jsh"]);
  });

  it("comes back later and later, and asks for everything anew", async () => {
    const { session, transports, heard, waits } = play();
    session.watch("file:///a.jsh");
    session.start();
    for (let attempt = 0; attempt < 7; attempt++) {
      transports.at(-1)?.onClose();
      waits.at(-1)?.action();
      assert.equal(transports.length, attempt + 2);
    }
    const usual = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000];
    waits.forEach(({ ms }, i) => {
      const expected = usual[i] ?? 0;
      assert.ok(ms >= 0.75 * expected && ms <= 1.25 * expected, `${ms} for ${expected}`);
    });
    const transport = transports.at(-1) as FakeTransport;
    transport.onOpen();
    await transport.answer("initialize", {});
    assert.equal(transport.sent.at(-1)?.method, "colight/document");
    assert.equal(heard.at(-1), "open");
  });

  it("fails what was not answered when the connection goes, and what is asked without one", async () => {
    const { session, transports } = play();
    session.start();
    const transport = transports[0] as FakeTransport;
    transport.onOpen();
    await transport.answer("initialize", {});
    const asked = session.request("colight/run", {});
    transport.close();
    await assert.rejects(asked, /lost/);
    await assert.rejects(session.request("colight/run", {}), /no connection/);
    session.retryNow();
    assert.equal(transports.length, 2);
    transports[1]?.onClose();
    session.retryNow();
    assert.equal(transports.length, 3);
  });

  it("answers what a page cannot do, so that the server does not wait", async () => {
    const { session, transports } = play();
    session.start();
    const transport = transports[0] as FakeTransport;
    transport.onMessage(
      JSON.stringify({ jsonrpc: "2.0", id: 7, method: "workspace/configuration" }),
    );
    assert.equal(transport.sent.at(-1)?.id, 7);
  });
});
