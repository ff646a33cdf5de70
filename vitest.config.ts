import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core stays free, which on a small machine is half of it.
    maxWorkers: "100%",
    typecheck: { enabled: false },
  },
});
