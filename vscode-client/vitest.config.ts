import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export const alias = {
  "@page": fileURLToPath(new URL("../server/page/src", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: { include: ["test/{core,project}/**/*.test.ts"], watch: false },
});
