import { expect, test } from "vitest";
import { maySayLive } from "../../src/core/java.js";

test.each(["// | live", "/* | live */", "  //|  live hide-code", "// | hide-all-code, live"])(
  "a Java file may be live that says %s",
  (pragma) => {
    expect(maySayLive(`package a;\n\n${pragma}\nclass A {}\n`)).toBe(true);
  },
);

test.each([
  "// live",
  "// | lively",
  "// | hide-code",
  "int live = 1 | 2;",
  'String s = "// live";',
])("a Java file does not say with %s that it is live", (line) => {
  expect(maySayLive(`${line}\nclass A {}\n`)).toBe(false);
});
