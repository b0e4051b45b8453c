import type { Message } from "@page/core/reduce.js";
import { METHODS, PROTOCOL_VERSION } from "@page/protocol/protocol.js";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
} from "vscode-languageclient/node";
import { findJdk, missingJdk } from "../core/jdk.js";
import { afterCrash, type Crashes, serverCommand, type ServerPhase } from "../core/lifecycle.js";
import { RENDERS } from "../core/renders.js";
import type { Documents } from "./documents.js";
import { thisMachine } from "./machine.js";
import { PROGRAMS, SCRIPTS, SECTION, settings } from "./settings.js";

/** What comes in one message at most, as a view in the editor can load nothing by itself. */
const MAX_PAYLOAD = 1 << 22;

const NOTIFICATIONS = [
  METHODS.RUN_START,
  METHODS.BLOCK_RESULT,
  METHODS.BLOCK_OUTPUT,
  METHODS.RUN_END,
  METHODS.STATUS,
] as const;

/** What the server is told and asked of Java files; other extensions help with writing them. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didSave",
  "textDocument/didClose",
  "textDocument/hover",
  "textDocument/codeLens",
]);

type Feature = Parameters<LanguageClient["registerFeature"]>[0];

/**
 * A client whose commands are the extension's own, which take no arguments where a person runs them,
 * and that leaves to other extensions what they do for Java files: a second formatter, say, would
 * have the editor ask which of them to use.
 */
class Client extends LanguageClient {
  override registerFeature(feature: Feature): void {
    const method = (feature as { registrationType?: { method?: string } }).registrationType?.method;
    if (method === "workspace/executeCommand") {
      return;
    }
    if (method?.startsWith("textDocument/") === true && !FOR_PROGRAMS.has(method)) {
      const initialize = feature.initialize.bind(feature);
      feature.initialize = (capabilities) => initialize(capabilities, [...SCRIPTS]);
    }
    super.registerFeature(feature);
  }
}

/** Has the server leave it to the client which files it is told of: what is told twice is applied twice. */
const FILES_ARE_NAMED: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    if (textDocument?.synchronization !== undefined) {
      textDocument.synchronization.dynamicRegistration = false;
    }
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** The language server: started where it may run, and again where it has crashed. */
export class Server implements vscode.Disposable {
  private client: Client | null = null;
  private starting: Promise<void> | null = null;
  private crashes: Crashes = [];
  private current: ServerPhase = { phase: "idle" };
  private readonly phases = new vscode.EventEmitter<ServerPhase>();
  readonly onDidChangePhase = this.phases.event;

  constructor(
    private readonly jars: string,
    private readonly version: string,
    private readonly documents: Documents,
    private readonly log: vscode.OutputChannel,
  ) {}

  get phase(): ServerPhase {
    return this.current;
  }

  /** Starts the server where nobody has needed it before, and returns when that is done. */
  async startIfIdle(): Promise<void> {
    if (this.current.phase === "idle") {
      await this.start();
    } else {
      await this.starting;
    }
  }

  /** Starts the server, where the workspace is trusted and there is a JDK. */
  start(): Promise<void> {
    const starting = this.launch();
    this.starting = starting;
    return starting;
  }

  private async launch(): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      this.enter({ phase: "untrusted" });
      return;
    }
    const { javaHome, javaOptions } = settings();
    const search = findJdk(javaHome, thisMachine);
    if (search.found === null) {
      const message = missingJdk(search);
      this.log.appendLine(message);
      this.enter({ phase: "noJdk", message });
      return;
    }
    const { java, version } = search.found;
    this.log.appendLine(`Starting the server ${this.version} with Java ${version}: ${java}`);
    this.enter({ phase: "starting" });
    if (this.client !== null) {
      await this.stop(); // another start has overtaken this one
    }
    const { command, args } = serverCommand(java, this.jars, javaOptions, "/");
    const client = new Client(
      SECTION,
      "Colight Live",
      { command, args: [...args] },
      this.clientOptions(),
    );
    client.registerFeature(FILES_ARE_NAMED);
    this.client = client;
    client.onDidChangeState(({ newState }) => this.stateChanged(client, newState));
    for (const method of NOTIFICATIONS) {
      client.onNotification(method, (params: unknown) => {
        if (this.client === client) {
          this.documents.receive({ method, params } as Message);
        }
      });
    }
    try {
      await client.start();
    } catch (error) {
      if (this.client === client) {
        this.stopped(`The server could not be started: ${(error as Error).message}`);
      }
    }
  }

  /** Starts the server anew, whatever happened before. */
  async restart(): Promise<void> {
    this.crashes = [];
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { client } = this;
    this.client = null;
    this.documents.orphan();
    if (client !== null) {
      await client.dispose(STOP_MS).catch(() => undefined);
    }
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    if (this.client === null || this.current.phase !== "running") {
      throw new Error("The server is not running.");
    }
    return this.client.sendRequest<T>(method, params);
  }

  /** Has the server take a Java file that it has been told of for live. */
  async makeLive(uri: string): Promise<void> {
    const params = { command: "colight.live", arguments: [uri] };
    await this.client?.sendRequest("workspace/executeCommand", params);
  }

  dispose(): void {
    this.phases.dispose();
    void this.stop();
  }

  private stateChanged(client: Client, state: State): void {
    if (this.client !== client) {
      if (state === State.Running) {
        // It was given up while it started, when it could not be ended.
        void client.dispose(STOP_MS).catch(() => undefined);
      }
      return;
    }
    if (state === State.Running) {
      this.enter({ phase: "running" });
    } else if (state === State.Stopped && this.current.phase === "running") {
      this.documents.orphan();
      this.enter({ phase: "starting" });
    }
  }

  /** Returns whether the server starts again after it ended by itself. */
  private crashed(): boolean {
    const { restart, crashes } = afterCrash(this.crashes, Date.now());
    this.crashes = crashes;
    if (!restart) {
      const message = `The server has ended ${crashes.length} times within minutes, and is left alone now.`;
      // The client is told first, and closes itself.
      setTimeout(() => this.stopped(message), 0);
    }
    return restart;
  }

  private stopped(message: string): void {
    void this.stop();
    this.log.appendLine(message);
    this.enter({ phase: "stopped", message });
  }

  private enter(phase: ServerPhase): void {
    this.current = phase;
    void vscode.commands.executeCommand("setContext", "colight.running", phase.phase === "running");
    this.phases.fire(phase);
  }

  private clientOptions(): LanguageClientOptions {
    const section = vscode.workspace.getConfiguration(SECTION);
    return {
      documentSelector: [...SCRIPTS, PROGRAMS],
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: {
        [SECTION]: {
          protocol: PROTOCOL_VERSION,
          renders: RENDERS,
          urls: false,
          sources: true,
          maxPayload: MAX_PAYLOAD,
          run: section.get("run"),
          effects: section.get("effects"),
          effectRules: section.get("effectRules"),
          timeoutSeconds: section.get("timeoutSeconds"),
          classpath: section.get("classpath"),
          // The editor has asked: in a workspace that is not trusted there is no server.
          trust: { all: true },
          sourceRoots: section.get("sourceRoots"),
          ...OWN_HINTS,
        },
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => ({
          action: this.crashed() ? CloseAction.Restart : CloseAction.DoNotRestart,
          handled: true,
        }),
      },
      initializationFailedHandler: () => false,
      middleware: {
        didOpen: async (document, next) => {
          await next(document);
          const uri = document.uri.toString();
          if (this.documents.isMadeLive(uri)) {
            // A server that has been started again knows only what the file says itself.
            await this.makeLive(uri);
          }
        },
        // Lenses of live documents are the extension's own, too: they know at once which block runs.
        provideCodeLenses: (document, token, next) =>
          this.documents.isLive(document) || !settings(document).codeLenses
            ? []
            : next(document, token),
        workspace: {
          configuration: async (params, token, next) => {
            const values = await next(params, token);
            return Array.isArray(values)
              ? values.map((value: object | null) => ({ ...value, ...OWN_HINTS }))
              : values;
          },
        },
      },
    };
  }
}

/** How long the server may take to end. */
const STOP_MS = 2_000;

/** Results at the ends of lines are the extension's own, which knows at once what has been typed. */
const OWN_HINTS = { inlayHints: { enabled: false } };
