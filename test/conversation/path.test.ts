// The way of one typed name, from the worker of the inbox to the answer on the outbox: the files in which a function runs,
// counted by V8. CONTRIBUTING.md lists them.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { fillIn, openCounter } from './counter.ts';

const root = join(import.meta.dirname, '../..');

/** `isExact`: else V8 counts an async function once more each time it goes on. */
type Ran = Map<string, { name: string; count: number; isExact: boolean }[]>;

/** Functions that ran between `begin` and `end`, by file of ours. */
async function watchFunctions(): Promise<{ begin(): Promise<void>; end(): Promise<Ran> }> {
  const session = new Session();
  session.connect();
  onTestFinished(() => session.disconnect());
  await session.post('Debugger.enable');
  await session.post('Profiler.enable');
  const take = async () => (await session.post('Profiler.takePreciseCoverage')).result;
  return {
    // What V8 has put into the code of its caller meanwhile is not counted; beginning takes that back.
    begin: async () =>
      void (await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })),
    async end() {
      const ran: Ran = new Map();
      for (const { url, scriptId, functions } of await take()) {
        const file = relative(root, url.startsWith('file:') ? fileURLToPath(url) : url).replaceAll('\\', '/');
        if (!/^(src|flows)\//.test(file)) continue;
        const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId });
        const own = functions.flatMap(({ functionName: name, ranges: [all], isBlockCoverage: isExact }) => {
          // An import that is looked up runs a getter, which the test runner puts in.
          const isGetter =
            all &&
            /^\(\) => \{ try \{ return [\w.]+ \} catch \{\} \}$/.test(
              scriptSource.slice(all.startOffset, all.endOffset),
            );
          return all && all.count > 0 && !isGetter ? [{ name, count: all.count, isExact }] : [];
        });
        if (own.length > 0) ran.set(file, own);
      }
      return ran;
    },
  };
}

/** Where the path runs through. What it stands on is not counted: the database, words, time and spelling. */
const isOnThePath = (file: string): boolean => !/^src\/(db|messages|core)\//.test(file);

/** Behind its two doors stand tables of words, which are not part of the path. */
const doors = ['src/understanding/name.ts', 'src/understanding/words.ts'];

/** In the order in which they are entered. */
const path = [
  'src/conversation/inbox-worker.ts',
  'src/conversation/run-batch.ts',
  'src/records/conversations.ts',
  'src/conversation/handle-event.ts',
  'src/conversation/run-turn.ts',
  'src/conversation/restore.ts',
  'src/conversation/step.ts',
  'src/records/draft.ts',
  'src/conversation/understand.ts',
  'src/understanding/words.ts',
  'flows/request-kit.ts',
  'src/conversation/run-to-rest.ts',
  'src/conversation/effects/details.ts',
  'src/understanding/name.ts',
  'src/conversation/ask.ts',
  'src/outbox/outbox.ts',
];

/** Each is entered once: the path does not come back to where it was. */
const entries =
  `runBatch loadBatch handleEvent runTurn restoreConversation understand meaning runToRest keepName ask
  saveConversations outboxJobs`.split(/\s+/);

/** Who calls whom, from the worker down to what reads the event. */
const spine = [
  { name: 'inboxWorker', file: 'src/conversation/inbox-worker.ts' },
  { name: 'runBatch', file: 'src/conversation/run-batch.ts' },
  { name: 'handleEvent', file: 'src/conversation/handle-event.ts' },
  { name: 'runTurn', file: 'src/conversation/run-turn.ts' },
  { name: 'understand', file: 'src/conversation/understand.ts' },
] as const;

async function walkOfAName(): Promise<Ran> {
  const watch = await watchFunctions();
  let ran: Ran = new Map();
  let isWatched = false;
  const counter = await openCounter({
    async meddle() {
      if (isWatched) await watch.begin();
    },
    async handled() {
      if (isWatched) ran = await watch.end();
    },
  });
  onTestFinished(() => counter.close());
  const hanako = counter.visitor('U1');
  await fillIn(hanako, 'eligible');
  isWatched = true;
  expect(await hanako.says('浜松 花子')).toContain('求職番号');
  return ran;
}

test('one typed name goes through at most 16 files from the worker to the outbox', async () => {
  const ran = await walkOfAName();
  const files = [...ran.keys()].filter(isOnThePath);
  const own = files.filter((file) => !file.startsWith('src/understanding/') || doors.includes(file));
  expect(own.sort()).toEqual(path.toSorted());
  expect(own.length).toBeLessThanOrEqual(16);
  for (const name of entries) {
    const calls = [...ran.values()].flat().filter((one) => one.name === name);
    expect(calls.map((one) => one.name)).toEqual([name]);
    // Exact where no other test has run the function before in this worker.
    for (const { count, isExact } of calls) if (isExact) expect([name, count]).toEqual([name, 1]);
  }
});

test('CONTRIBUTING.md lists these files in their order', () => {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([\w/-]+\.ts)` \| /gm)].map(([, file = '']) => file);
  expect(rows).toEqual(path.map((file) => file.replace(/^src\//, '')));
});

test('at most four calls lie between the worker and understanding', () => {
  const [, ...called] = spine;
  for (const [n, { name }] of called.entries()) {
    const caller = readFileSync(join(root, spine[n]?.file ?? ''), 'utf8');
    expect(caller, name).toMatch(new RegExp(`\\b${name}\\(`));
  }
});
