/** How often a server may end by itself before it is left alone. */
export interface RestartLimit {
  readonly times: number;
  readonly withinMs: number;
}

export const RESTART_LIMIT: RestartLimit = { times: 4, withinMs: 3 * 60_000 };

/** The crashes that count, by their times. */
export type Crashes = readonly number[];

/** Decides what follows a crash: whether the server starts again, and what is remembered of it. */
export function afterCrash(
  crashes: Crashes,
  now: number,
  limit: RestartLimit = RESTART_LIMIT,
): { readonly restart: boolean; readonly crashes: Crashes } {
  const recent = [...crashes.filter((time) => now - time < limit.withinMs), now];
  return { restart: recent.length <= limit.times, crashes: recent };
}

/** What the server is doing, as far as people are concerned. */
export type ServerPhase =
  /** Nobody has needed it yet. */
  | { readonly phase: "idle" }
  | { readonly phase: "untrusted" }
  | { readonly phase: "noJdk"; readonly message: string }
  | { readonly phase: "starting" }
  | { readonly phase: "running" }
  | { readonly phase: "stopped"; readonly message: string };

/** Returns the command that starts the server. */
export function serverCommand(
  java: string,
  jars: string,
  options: readonly string[],
  separator: string,
): { readonly command: string; readonly args: readonly string[] } {
  return {
    command: java,
    args: [
      "-Xshare:auto",
      "-XX:+UseSerialGC",
      "-XX:-UsePerfData",
      // A server does little of many kinds; the optimising compiler would not pay.
      "-XX:TieredStopAtLevel=1",
      "-XX:MetaspaceSize=64m",
      // The heap starts small, not at a share of the machine's memory, all of which gets used.
      "-Xms16m",
      "-Dcolight.terminal=false",
      ...options,
      "-cp",
      `${jars}${separator}*`,
      "dev.colight.cli.Main",
      "lsp",
    ],
  };
}
