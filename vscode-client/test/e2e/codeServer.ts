import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const VSIX = "target/colight-live.vsix";
const NO_GALLERY = '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}';

const SETTINGS = {
  "files.autoSave": "off",
  "files.hotExit": "off",
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Dark Modern",
  "editor.inlayHints.enabled": "on",
  "editor.minimap.enabled": false,
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.startupPrompt": "never",
  "window.restoreWindows": "all",
};

export interface CodeServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether folders have to be trusted before anything runs. */
  readonly trust?: boolean;
}

/** A VS Code with the extension, of which nothing is left when it is closed. */
export class CodeServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly directory: string,
    readonly url: string,
  ) {}

  static async start(options: CodeServerOptions = {}): Promise<CodeServer> {
    const directory = mkdtempSync(join(tmpdir(), "colight-vscode-"));
    const user = join(directory, "user");
    mkdirSync(join(user, "User"), { recursive: true });
    const settings = { ...SETTINGS, ...options.settings };
    writeFileSync(join(user, "User", "settings.json"), JSON.stringify(settings));
    const config = join(directory, "config.yaml");
    writeFileSync(config, "");
    const common = [
      process.env["CODE_SERVER"] ?? "",
      ...["--config", config, "--user-data-dir", user],
      ...["--extensions-dir", join(directory, "extensions")],
    ];
    const env = { ...process.env, EXTENSIONS_GALLERY: NO_GALLERY, ...options.env };
    execFileSync(process.execPath, [...common, "--install-extension", VSIX], {
      stdio: "ignore",
      env,
    });
    const port = await freePort();
    const server = spawn(
      process.execPath,
      [
        ...common,
        ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
        ...["--disable-telemetry", "--disable-update-check"],
        ...(options.trust === true ? [] : ["--disable-workspace-trust"]),
        "--disable-getting-started-override",
      ],
      { stdio: "ignore", env },
    );
    const url = `http://127.0.0.1:${port}`;
    await until(() => fetch(`${url}/healthz`).then((response) => response.ok));
    return new CodeServer(server, directory, url);
  }

  /** Makes a folder with files, and returns its path. */
  folder(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(this.directory, "folder-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
    }
    return folder;
  }

  /** The ids of the processes of the language server, or of its workers. */
  processes(what: "server" | "worker"): number[] {
    const all = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
      .split("\n")
      .flatMap((line) => {
        const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
        return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
      });
    const servers = all.filter(
      ({ args }) => args.includes(this.directory) && args.includes("dev.colight.cli.Main lsp"),
    );
    const ids = servers.map(({ pid }) => pid);
    return what === "server"
      ? ids
      : all.filter(({ parent }) => ids.includes(parent)).map(({ pid }) => pid);
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await gone;
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > end) {
      throw new Error("code-server did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
