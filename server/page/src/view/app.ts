import { Session } from "../connection/session.js";
import type { Connection } from "../connection/session.js";
import type { Transport } from "../connection/transport.js";
import type { Block, DocumentModel } from "../core/model.js";
import { blocksInOrder, markOf } from "../core/model.js";
import { emptyDocument, type Message, reduce } from "../core/reduce.js";
import type { FormHost } from "../forms/form.js";
import { RENDERS } from "../forms/forms.js";
import {
  type ExpandResult,
  type ExportResult,
  type FilesResult,
  METHODS,
  type RunEndParams,
  type VerifyResult,
} from "../protocol/protocol.js";
import type { BlockHost } from "./block.js";
import { showHelp, showVerification, toast } from "./dialogs.js";
import { showFinder } from "./files.js";
import type { Commands } from "./header.js";
import { Inputs } from "./inputs.js";
import { Shell } from "./shell.js";

/** Where documents are looked at: a browser has addresses, a webview has one document. */
export interface Place {
  current(): string | null;
  go(uri: string): void;
  /** Saves a file, where that takes another way than a download. */
  save?(name: string, content: string): void;
}

/** The page with a server: what comes from it goes into the model, the model onto the screen. */
export class App {
  private readonly session: Session;
  private readonly shell: Shell;
  private readonly inputs: Inputs;
  private model: DocumentModel | null = null;
  private connection: Connection = "connecting";
  private files: FilesResult | null = null;
  private problem: string | null = null;
  private followed = -1;
  private scheduled = false;

  constructor(
    connect: () => Transport,
    private readonly place: Place,
  ) {
    this.inputs = new Inputs((input) => {
      this.ask(METHODS.INPUT, input);
    });
    this.session = new Session(connect, RENDERS, {
      connection: (state) => this.connectionChanged(state),
      notification: (method, params) => this.notified(method, params),
      document: (params) => {
        this.problem = null;
        if (params.run < (this.model?.run ?? -1)) {
          this.followed = -1; // its runs are counted anew
        }
        this.take({ method: "colight/document", params });
      },
      refused: (uri, message) => {
        this.problem = `${nameOf(uri)} cannot be shown: ${message}`;
        this.schedule();
      },
    });
    this.shell = new Shell(this.commands(), this.blockHost(), (uri) => this.open(uri));
  }

  start(): void {
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        this.session.retryNow();
      }
    });
    window.addEventListener("online", () => this.session.retryNow());
    window.addEventListener("popstate", () => this.show(this.place.current()));
    this.show(this.place.current());
    this.session.start();
  }

  /** Looks at another document. */
  open(uri: string): void {
    this.place.go(uri);
    this.show(uri);
  }

  /** Shows or leaves out one of the things that a document is made of. */
  toggle(what: "code" | "prose" | "values"): void {
    this.shell.toggle(what);
  }

  private get uri(): string {
    return this.model?.uri ?? "";
  }

  private show(uri: string | null): void {
    this.model = uri === null ? null : emptyDocument(uri);
    this.problem = null;
    this.followed = -1;
    this.shell.begin(uri);
    this.session.watch(uri);
    if (this.files !== null) {
      this.shell.paintFiles(this.files, uri);
    }
    this.schedule();
  }

  private connectionChanged(state: Connection): void {
    this.connection = state;
    if (state === "open") {
      void this.fetchFiles();
    }
    this.schedule();
  }

  private notified(method: string, params: unknown): void {
    if (method === METHODS.FILES_CHANGED) {
      void this.fetchFiles();
      if (this.model !== null) {
        // It may be one that was closed, or is there again.
        this.session.watch(this.model.uri);
      }
      return;
    }
    this.take({ method, params } as Message);
    if (method === METHODS.RUN_END && (params as RunEndParams).uri === this.uri) {
      this.inputs.runEnded();
    }
  }

  private take(message: Message): void {
    if (this.model !== null) {
      this.model = reduce(this.model, message) ?? this.model;
      this.schedule();
    }
  }

  private schedule(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      requestAnimationFrame(() => {
        this.scheduled = false;
        this.paint();
      });
    }
  }

  private paint(): void {
    const { model } = this;
    const title = model === null ? "Colight" : nameOf(model.uri);
    document.title = title;
    this.shell.paint(model, title, this.connection, this.problem);
    const edited = model?.edited;
    if (edited && edited.run > this.followed) {
      this.followed = edited.run;
      this.shell.follow(edited.block);
    }
  }

  private async fetchFiles(): Promise<void> {
    try {
      this.files = (await this.session.request(METHODS.FILES, {})) as FilesResult;
      this.shell.paintFiles(this.files, this.place.current());
    } catch {
      // A server of one document lists none.
      this.files = null;
    }
  }

  /** Sends a request of which only a failure is of interest. */
  private ask(method: string, params: unknown): void {
    this.session.request(method, params).catch((error: Error) => toast(error.message));
  }

  private commands(): Commands {
    const uri = (): { uri: string } => ({ uri: this.uri });
    const shell = (): Shell => this.shell;
    return {
      run: () => this.ask(METHODS.RUN, uri()),
      cancel: () => this.ask(METHODS.CANCEL, uri()),
      restart: () => this.ask(METHODS.RESTART, uri()),
      verify: () => void this.verify(),
      trust: (scope) => this.ask(METHODS.TRUST, { uri: this.uri, trusted: true, scope }),
      export: (format) => void this.export(format),
      search: () => shell().search.open(),
      files: () => {
        if (this.files !== null) {
          showFinder(this.files, shell().preferences.recent, (file) => this.open(file));
        }
      },
      help: showHelp,
      toggle: (what) => shell().toggle(what),
      theme: () => shell().nextTheme(),
    };
  }

  private async verify(): Promise<void> {
    toast("Running the document anew, to compare …");
    try {
      const result = await this.session.request(METHODS.VERIFY, { uri: this.uri });
      showVerification(result as VerifyResult, (block) => this.shell.goTo(block));
    } catch (error) {
      toast((error as Error).message);
    }
  }

  private async export(format: string): Promise<void> {
    try {
      const params = { uri: this.uri, format };
      const { content } = (await this.session.request(METHODS.EXPORT, params)) as ExportResult;
      const extension = { html: "html", markdown: "md", ipynb: "ipynb" }[format] ?? "txt";
      const name = `${nameOf(this.uri).replace(/\.\w+$/, "")}.${extension}`;
      (this.place.save?.bind(this.place) ?? download)(name, content);
    } catch (error) {
      toast((error as Error).message);
    }
  }

  private blockHost(): BlockHost {
    const uri = (): string => this.uri;
    return {
      get uri() {
        return uri();
      },
      live: true,
      hostOf: (block) => this.formHost(block),
      run: (block) => this.ask(METHODS.RUN, { uri: this.uri, blocks: [block] }),
      cancel: () => this.ask(METHODS.CANCEL, { uri: this.uri }),
      reveal: (file, line) => this.reveal(file, line),
      revealInBlock: (block, line) => {
        this.reveal(this.uri, line, block);
      },
      obstacles: (block) => this.obstacles(block),
    };
  }

  /** Goes to a line, counted from the first of a block where one is given: blocks move. */
  private reveal(uri: string, line: number, block?: string): void {
    const place = { line, character: 0 };
    this.session.notify(METHODS.REVEAL, { uri, range: { start: place, end: place }, block });
  }

  private obstacles(block: Block): { label: string; go(): void }[] {
    const { model } = this;
    if (model === null) {
      return [];
    }
    const needed = new Set(block.info.requires);
    return blocksInOrder(model)
      .filter(
        (other) => needed.has(other.info.id) && /failed|blocked|held/.test(markOf(other, null)),
      )
      .map((other) => ({
        label: `go to ${other.info.provides[0] ?? "the block"}`,
        go: () => this.shell.goTo(other.info.id),
      }));
  }

  private formHost(block: string): FormHost {
    return {
      load: async (url) => {
        const response = await fetch(url);
        if (!response.ok) {
          throw new Error("This is not there any more.");
        }
        return response.text();
      },
      expand: async (ref, offset, limit) =>
        (await this.session.request(METHODS.EXPAND, {
          uri: this.uri,
          ref,
          offset,
          limit,
        })) as ExpandResult,
      input: (name, value) => this.inputs.moved(this.uri, block, name, value),
      reveal: (uri, line) => this.reveal(uri, line),
    };
  }
}

/** Returns the last part of a URI, for people. */
export function nameOf(uri: string): string {
  try {
    return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  } catch {
    return uri;
  }
}

function download(name: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
