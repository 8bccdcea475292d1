import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'line-simulator',
    include: ['test/**/*.test.ts'],
    // Walks through every screen, for `CHECK=1 npm test`.
    exclude: process.env.CHECK === '1' ? [] : ['test/**/*.check.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    isolate: false,
    // As in the other projects of the repository, or they cannot run together.
    maxWorkers: '100%',
    globalSetup: ['test/helpers/one-browser.ts'],
  },
});
