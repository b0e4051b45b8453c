import { defineConfig } from "vitest/config";
import { alias } from "./vitest.config.js";

// One editor at a time: a machine has few cores, and what is measured is to be measured alone.
export default defineConfig({
  resolve: { alias },
  test: {
    include: ["test/e2e/**/*.test.ts"],
    watch: false,
    fileParallelism: false,
    testTimeout: 400_000,
    hookTimeout: 200_000,
    reporters: ["verbose"],
  },
});
