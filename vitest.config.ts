import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    testTimeout: 20_000,
    hookTimeout: 40_000,
    // One a core: the default leaves one core idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    // A worker keeps its modules from file to file: loading them anew for each took a third of the time. Our
    // modules hold no state that a test could leave behind.
    isolate: false,
    globalSetup: ['test/helpers/prepare.ts'],
  },
});
