import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'line-simulator',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    isolate: false,
    // As in the other projects of the repository, or they cannot run together.
    maxWorkers: '100%',
    globalSetup: ['test/helpers/unpack-browser.ts'],
  },
});
