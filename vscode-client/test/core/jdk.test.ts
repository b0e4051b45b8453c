import { describe, expect, test } from "vitest";
import { findJdk, type Machine, majorVersion, missingJdk } from "../../src/core/jdk.js";

interface Scene {
  readonly env?: Record<string, string>;
  readonly platform?: string;
  /** Homes of JDKs, and their versions. */
  readonly jdks?: Record<string, number>;
  readonly links?: Record<string, string>;
}

function machine({ env = {}, platform = "linux", jdks = {}, links = {} }: Scene): Machine {
  const windows = platform === "win32";
  const slash = windows ? "\\" : "/";
  const java = (home: string): string => [home, "bin", windows ? "java.exe" : "java"].join(slash);
  const files = new Set([...Object.keys(jdks).map(java), ...Object.keys(links)]);
  return {
    env,
    platform,
    home: windows ? "C:\\Users\\ada" : "/home/ada",
    list: (directory) =>
      Object.keys(jdks)
        .filter((home) => home.startsWith(directory + slash))
        .flatMap((home) => home.slice(directory.length + 1).split(slash)[0] ?? []),
    isExecutable: (file) => files.has(file),
    resolve: (file) => links[file] ?? file,
    read: (file) => {
      const home = file.slice(0, -`${slash}release`.length);
      return home in jdks ? `IMPLEMENTOR="X"\nJAVA_VERSION="${jdks[home]}.0.1"\n` : null;
    },
    version: () => null,
  };
}

describe("a JDK is found", () => {
  test.each<[string, string, Scene, string]>([
    [
      "in the settings",
      "/jdk",
      { jdks: { "/jdk": 21, "/other": 25 }, env: { JAVA_HOME: "/other" } },
      "/jdk",
    ],
    ["in the settings, at home", "~/jdk", { jdks: { "/home/ada/jdk": 17 } }, "/home/ada/jdk"],
    ["by JAVA_HOME", "", { jdks: { "/jdk": 17 }, env: { JAVA_HOME: "/jdk" } }, "/jdk"],
    [
      "on the PATH, behind a link",
      "",
      {
        jdks: { "/usr/lib/jvm/java-17": 17 },
        env: { PATH: "/bin:/usr/bin" },
        links: { "/usr/bin/java": "/usr/lib/jvm/java-17/bin/java" },
      },
      "/usr/lib/jvm/java-17",
    ],
    [
      "on the PATH where JAVA_HOME is too old",
      "",
      { jdks: { "/old": 11, "/new": 17 }, env: { JAVA_HOME: "/old", PATH: "/new/bin" } },
      "/new",
    ],
    [
      "in the usual places, the newest",
      "",
      { jdks: { "/usr/lib/jvm/a": 17, "/usr/lib/jvm/b": 25, "/usr/lib/jvm/c": 8 } },
      "/usr/lib/jvm/b",
    ],
    [
      "on a Mac",
      "",
      {
        platform: "darwin",
        jdks: { "/Library/Java/JavaVirtualMachines/temurin/Contents/Home": 21 },
        env: { PATH: "/usr/bin" },
        links: { "/usr/bin/java": "/usr/bin/java" },
      },
      "/Library/Java/JavaVirtualMachines/temurin/Contents/Home",
    ],
    [
      "on Windows",
      "",
      {
        platform: "win32",
        env: { ProgramFiles: "C:\\Program Files" },
        jdks: { "C:\\Program Files\\Eclipse Adoptium\\jdk-21": 21 },
      },
      "C:\\Program Files\\Eclipse Adoptium\\jdk-21",
    ],
  ])("%s", (_, setting, scene, home) => {
    expect(findJdk(setting, machine(scene)).found?.home).toBe(home);
  });
});

describe("it is told what is missing", () => {
  test.each<[string, string, Scene, string]>([
    ["no Java at all", "", {}, "Colight Live needs a JDK, version 17 or later, and found none."],
    [
      "only an old one",
      "",
      { jdks: { "/old": 11 }, env: { JAVA_HOME: "/old" } },
      "Colight Live needs a JDK, version 17 or later, and found only Java 11 in /old.",
    ],
    [
      "a setting that leads nowhere, whatever else there is",
      "/nowhere",
      { jdks: { "/jdk": 21 }, env: { JAVA_HOME: "/jdk" } },
      "Colight Live needs a JDK, version 17 or later. There is no Java in /nowhere, which the setting colight.java.home names.",
    ],
  ])("%s", (_, setting, scene, message) => {
    const search = findJdk(setting, machine(scene));
    expect(search.found).toBeNull();
    expect(missingJdk(search)).toBe(message);
  });
});

test.each([
  ['JAVA_VERSION="17.0.12"', 17],
  ['JAVA_VERSION="25"', 25],
  ['openjdk version "21.0.1" 2023-10-17', 21],
  ['java version "1.8.0_392"', 8],
  ["no such thing", 0],
])("%s is version %d", (text, version) => {
  expect(majorVersion(text)).toBe(version);
});
