// Which folder may import which: written here and nowhere else.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

type Import = { from: string; to: string; typesOnly: boolean };

/** Every import of our own files, both as paths from the root. */
const imports: Import[] = sources().flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm);
  return [...found].map(([, typesOnly, named, lazy]) => ({
    from,
    to: resolved(from, named ?? lazy ?? ''),
    typesOnly: typesOnly !== undefined,
  }));
});

function sources(): string[] {
  return globSync('{src,flows,richmenu,packages/*/src}/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/db/generated'));
}

function resolved(from: string, to: string): string {
  return to.startsWith('.') ? relative(root, join(root, dirname(from), to)).replaceAll('\\', '/') : to;
}

const of = (folder: string) => imports.filter(({ from }) => from.startsWith(folder));
const into = (folder: string) => imports.filter(({ to }) => to.startsWith(folder));
const names = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

/** A folder imports only from itself and from those above it. What each is for stands in its README. */
const order = [
  'flows',
  'src/core',
  'src/config',
  'src/db',
  'src/booking',
  'src/records',
  'src/messages',
  'src/understanding',
  'src/outbox',
  'src/timers',
  'src/conversation',
  'src/pages',
  'src/line',
  'richmenu',
  'src/inside',
  'src/maintenance',
  'src/doctor',
  'src/app',
  'src/demo',
  'src/commands.ts',
  'src/main.ts',
];

const placeOf = (file: string): number =>
  order.findIndex((part) => file === part || file.startsWith(`${part}/`));

/** They put the parts together. */
const starters = /^src\/(main|commands)\.ts$|^src\/(app|demo|doctor)\//;

describe('an import', () => {
  test('every import of ours is found, so that the other tests can fail', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  test('flows import xstate and each other, nothing else', () => {
    // What draws is used while the server runs; what writes the drawings is not.
    const drawing = /^flows\/draw\.ts$/;
    const others = of('flows/').filter(
      ({ from, to }) => !drawing.test(from) && !to.startsWith('flows/') && to !== 'xstate',
    );
    expect(names(others)).toEqual([]);
  });

  test('goes one way: a folder imports from itself and from those above it in the order', () => {
    const own = imports.filter(({ to }) => /^(src|flows|richmenu)\//.test(to));
    expect(own.length).toBeGreaterThan(500);
    expect(names(own.filter(({ from, to }) => placeOf(from) < placeOf(to)))).toEqual([]);
  });

  test('every folder has its place in the order', () => {
    expect(sources().filter((file) => !file.startsWith('packages/') && placeOf(file) < 0)).toEqual([]);
  });

  test('of the flows, records/ and booking/ know the life of a booking, and who keeps conversations their names', () => {
    const allowed = /^flows\/(booking|index|vocabulary)\.ts$/;
    const early = [...of('src/booking/'), ...of('src/records/')].filter(({ to }) => to.startsWith('flows/'));
    expect(names(early.filter(({ to }) => !allowed.test(to)))).toEqual([]);
  });

  test('words are handed in: only where the parts are put together is it said which', () => {
    // What is read and what stands on buttons are the same words; the look inside and the doctor speak to developers.
    const allowed =
      /^(src\/app\/turn-services\.ts|src\/(messages|understanding|inside|doctor|demo)\/.*|richmenu\/.*)$/;
    const named = into('src/messages/ja/').filter(({ from }) => !from.startsWith('src/messages/'));
    expect(named.some(({ from }) => from === 'src/app/turn-services.ts')).toBe(true);
    expect(names(named.filter(({ from }) => !allowed.test(from)))).toEqual([]);
    const whole = into('src/messages/ja/index.ts').filter(({ from }) => /^src\/understanding\//.test(from));
    expect(names(whole)).toEqual([]);
  });

  test('only line/, richmenu/ and the starters reach the platform: nobody else sends', () => {
    const others = [...into('src/line/'), ...into('@line/bot-sdk')].filter(
      ({ from }) => !/^(src\/line|richmenu)\//.test(from) && !starters.test(from),
    );
    expect(names(others)).toEqual([]);
  });

  test('richmenu/ knows the words, the office and the edge, nothing of conversations and bookings', () => {
    const allowed =
      /^(richmenu\/|src\/(config|core|messages|line)\/|@line\/bot-sdk$|@resvg\/resvg-js$|node:(module|crypto|timers\/promises)$)/;
    expect(of('richmenu/')).not.toEqual([]);
    expect(names(of('richmenu/').filter(({ to }) => !allowed.test(to)))).toEqual([]);
  });

  test('the simulator knows nothing of this product', () => {
    const own = 'packages/line-simulator/';
    expect(of(own).length).toBeGreaterThan(200);
    expect(names(of(own).filter(({ to }) => /^(src|flows|richmenu|offices|prisma|test)\//.test(to)))).toEqual(
      [],
    );
  });

  test('nobody but the demo knows the simulator', () => {
    const others = into('line-simulator').filter(({ from }) => !from.startsWith('src/demo/'));
    expect(into('line-simulator')).not.toEqual([]);
    expect(names(others)).toEqual([]);
  });

  test('nobody but the developers’ door looks inside chats', () => {
    const others = into('src/inside/').filter(
      ({ from }) => !from.startsWith('src/inside/') && from !== 'src/app/dev-chats.ts',
    );
    expect(into('src/inside/')).not.toEqual([]);
    expect(names(others)).toEqual([]);
  });

  test('only db/ knows which database it is', () => {
    const engines = /^(pg|pg-boss|prisma|@prisma\/.*|@electric-sql\/.*|pglite-prisma-adapter|node:sqlite)$/;
    const others = imports.filter(({ from, to }) => engines.test(to) && !from.startsWith('src/db/'));
    expect(names(others)).toEqual([]);
  });

  test('the environment of the process is read in one place, and in the simulator’s own', () => {
    const readers = sources().filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers.filter((file) => !file.startsWith('packages/'))).toEqual(['src/main.ts']);
  });

  test('Japanese stands in messages/, in understanding/ and in drawings, nowhere else', () => {
    // A key of a name folds kana.
    const mayHold =
      /^(src\/records\/name-key\.ts|src\/(messages|understanding)\/|src\/demo\/|packages\/|flows\/)/;
    const speaking = sources().filter((file) => {
      const code = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return !mayHold.test(file) && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(code);
    });
    expect(speaking).toEqual([]);
  });

  test('no file is so long that nobody reads it, tests among them', () => {
    const tests = globSync('{test,packages/*/test}/**/*.ts', { cwd: root });
    expect(tests.length).toBeGreaterThan(300);
    const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
    expect([...sources(), ...tests].filter((file) => linesOf(file) > 250)).toEqual([]);
  });
});
