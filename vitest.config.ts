import { defineConfig } from 'vitest/config';
import { isCheck } from './test/helpers/runs.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'madoguchi',
          include: ['test/**/*.test.ts'],
          // `npm run check` runs these too (test/helpers/runs.ts).
          exclude: isCheck ? [] : ['test/**/*.check.test.ts'],
          // A first start of the embedded database takes 5 s here; machines differ by a factor of three, and two work at once.
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // A worker keeps its modules from file to file: loading them anew for each took a third of the time. Our
          // modules hold no state that a test could leave behind.
          isolate: false,
          // Much is thrown away soon after it was made: a larger nursery saves a twentieth of the CPU.
          execArgv: ['--max-semi-space-size=32'],
          globalSetup: ['test/helpers/prepare.ts', 'packages/line-simulator/test/helpers/one-browser.ts'],
          // One a core: the default leaves one core idle, which on two cores is half of the machine. The same in all projects.
          maxWorkers: '100%',
        },
      },
      'packages/line-simulator',
    ],
  },
});
