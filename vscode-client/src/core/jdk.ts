/** The oldest Java that the server runs on. */
export const MIN_JAVA = 17;

/** What is looked at on the machine to find a JDK. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The names in a directory; none where it cannot be read. */
  list(directory: string): readonly string[];
  /** Whether a file can be run. */
  isExecutable(file: string): boolean;
  /** The file that a link leads to in the end, or the file itself. */
  resolve(file: string): string;
  /** The text of a file, or null. */
  read(file: string): string | null;
  /** What `java -version` prints, or null. */
  version(java: string): string | null;
}

export interface Jdk {
  readonly home: string;
  readonly java: string;
  readonly version: number;
}

/** A place that may hold a JDK, and why it is looked at. */
interface Candidate {
  readonly home: string;
  readonly from: string;
}

export type Search =
  | { readonly found: Jdk }
  | { readonly found: null; readonly tooOld: readonly Jdk[]; readonly problem: string | null };

/**
 * Finds a JDK that will do: the one of the settings and no other where they name one, else that of
 * `JAVA_HOME`, else the one on the `PATH`, else the newest in the usual places.
 */
export function findJdk(setting: string, machine: Machine): Search {
  const wanted = setting.trim().replace(/^~(?=[\\/]|$)/, machine.home);
  if (wanted !== "") {
    const jdk = jdkAt(wanted, machine);
    if (jdk === null) {
      return { found: null, tooOld: [], problem: `There is no Java in ${wanted}` };
    }
    return jdk.version >= MIN_JAVA ? { found: jdk } : { found: null, tooOld: [jdk], problem: null };
  }
  const tooOld: Jdk[] = [];
  for (const candidate of named(machine)) {
    const jdk = jdkAt(candidate.home, machine);
    if (jdk !== null && jdk.version >= MIN_JAVA) {
      return { found: jdk };
    }
    if (jdk !== null) {
      tooOld.push(jdk);
    }
  }
  const usual = usualPlaces(machine)
    .flatMap((home) => jdkAt(home, machine) ?? [])
    .sort((a, b) => b.version - a.version);
  const newest = usual[0];
  return newest !== undefined && newest.version >= MIN_JAVA
    ? { found: newest }
    : { found: null, tooOld: [...tooOld, ...usual], problem: null };
}

/** Says what is missing, and what to do about it. */
export function missingJdk(search: Search): string {
  const needs = `Colight Live needs a JDK, version ${MIN_JAVA} or later`;
  if (search.found !== null) {
    return "";
  }
  if (search.problem !== null) {
    return `${needs}. ${search.problem}, which the setting colight.java.home names.`;
  }
  const old = search.tooOld[0];
  return old === undefined
    ? `${needs}, and found none.`
    : `${needs}, and found only Java ${old.version} in ${old.home}.`;
}

/** Returns the major version in what a `release` file or `java -version` says; 0 where in none. */
export function majorVersion(text: string): number {
  const version = /(?:JAVA_VERSION="|version ")([^"]+)"/.exec(text)?.[1] ?? "";
  const major = /^(?:1\.)?(\d+)/.exec(version)?.[1];
  return major === undefined ? 0 : Number(major);
}

function jdkAt(home: string, machine: Machine): Jdk | null {
  const java = join(machine, home, "bin", machine.platform === "win32" ? "java.exe" : "java");
  if (!machine.isExecutable(java)) {
    return null;
  }
  const told = machine.read(join(machine, home, "release"));
  const version = majorVersion(told ?? "") || majorVersion(machine.version(java) ?? "");
  return version === 0 ? null : { home, java, version };
}

function* named(machine: Machine): Generator<Candidate> {
  for (const name of ["COLIGHT_JAVA_HOME", "JAVA_HOME"]) {
    const home = machine.env[name];
    if (home !== undefined && home !== "") {
      yield { home, from: name };
    }
  }
  const windows = machine.platform === "win32";
  const path = machine.env["PATH"] ?? machine.env["Path"] ?? "";
  for (const directory of path.split(windows ? ";" : ":")) {
    const java = join(machine, directory, windows ? "java.exe" : "java");
    if (directory === "" || !machine.isExecutable(java)) {
      continue;
    }
    const file = machine.resolve(java);
    // macOS has a java in /usr/bin that only asks to install one.
    if (machine.platform === "darwin" && file.startsWith("/usr/bin/")) {
      continue;
    }
    yield { home: parent(parent(file)), from: "PATH" };
  }
}

function usualPlaces(machine: Machine): string[] {
  const { home, env } = machine;
  const within = (directory: string, below = ""): string[] =>
    machine.list(directory).map((name) => join(machine, directory, name) + below);
  switch (machine.platform) {
    case "win32": {
      const roots = [
        env["ProgramFiles"] ?? "C:\\Program Files",
        `${env["LOCALAPPDATA"]}\\Programs`,
      ];
      const makers = ["Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto"];
      return roots
        .flatMap((root) => makers.flatMap((maker) => within(`${root}\\${maker}`)))
        .concat(within(`${home}\\.jdks`));
    }
    case "darwin":
      return [
        ...within("/Library/Java/JavaVirtualMachines", "/Contents/Home"),
        ...within(`${home}/Library/Java/JavaVirtualMachines`, "/Contents/Home"),
        ...within("/opt/homebrew/opt", "/libexec/openjdk.jdk/Contents/Home").filter((path) =>
          path.includes("/openjdk"),
        ),
        ...within(`${home}/.sdkman/candidates/java`),
      ];
    default:
      return [
        ...within("/usr/lib/jvm"),
        ...within("/usr/java"),
        ...within("/opt"),
        ...within("/opt/java"),
        ...within(`${home}/.sdkman/candidates/java`),
        ...within(`${home}/.jdks`),
        ...within(`${home}/.local/share/mise/installs/java`),
      ];
  }
}

function join(machine: Machine, ...parts: string[]): string {
  return parts.join(machine.platform === "win32" ? "\\" : "/");
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"), 0));
}
