import { describe, expect, test } from "vitest";
import { afterCrash, type Crashes, serverCommand } from "../../src/core/lifecycle.js";

const LIMIT = { times: 2, withinMs: 1_000 };

/** Whether the server starts again after each of the crashes. */
function restarts(times: readonly number[]): boolean[] {
  let crashes: Crashes = [];
  return times.map((now) => {
    const after = afterCrash(crashes, now, LIMIT);
    ({ crashes } = after);
    return after.restart;
  });
}

describe("a server that ends by itself", () => {
  test.each([
    ["starts again, up to a limit", [0, 10, 20], [true, true, false]],
    [
      "starts again where it has run well for a while",
      [0, 10, 2_000, 2_010],
      [true, true, true, true],
    ],
    ["is left alone for as long as it keeps ending", [0, 10, 20, 30], [true, true, false, false]],
  ])("%s", (_, times, expected) => {
    expect(restarts(times)).toEqual(expected);
  });
});

test("the server is started with all its jars, and the options of the settings before them", () => {
  const { command, args } = serverCommand("/jdk/bin/java", "/ext/server", ["-Xmx1g"], "/");
  expect(command).toBe("/jdk/bin/java");
  expect(args.slice(-5)).toEqual(["-Xmx1g", "-cp", "/ext/server/*", "dev.colight.cli.Main", "lsp"]);
});
