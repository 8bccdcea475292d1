// Where the database is asked, and who finds out which chats of staff there are.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

type Source = { file: string; code: string };

/** Our own files without what is written in comments. */
const sources: Source[] = globSync('{src,flows,richmenu}/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/db/generated'))
  .map((file) => ({
    file,
    code: readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

const filesWith = (pattern: RegExp): string[] =>
  sources
    .filter(({ code }) => pattern.test(code))
    .map(({ file }) => file)
    .sort();
const outside = (files: readonly string[], ...places: string[]): string[] =>
  files.filter((file) => !places.some((place) => file.startsWith(place)));

/** As Prisma's client names them: `model Booking` is `booking`. */
const models = [...readFileSync(join(root, 'prisma/schema.prisma'), 'utf8').matchAll(/^model (\w+)/gm)].map(
  ([, name = '']) => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
);
const operations = '(?:find|create|update|delete|upsert|count|aggregate|groupBy)\\w*';
const modelCall = new RegExp(`\\.(?:${models.join('|')})\\s*\\.\\s*${operations}\\s*[(<]`);
const rawCall = /\$(?:queryRaw|executeRaw)|\baskStraight\b/;
const sql = /\bSELECT\s[\s\S]{1,400}\bFROM\b|\bINSERT INTO\b|\bDELETE FROM\b|\bUPDATE\s+\S+\s+SET\b/;

describe('a query', () => {
  test('is found in the files that have some, so that the other tests can fail', () => {
    expect(models.length).toBeGreaterThan(12);
    expect(filesWith(modelCall)).toContain('src/records/bookings.ts');
    expect(filesWith(rawCall)).toContain('src/records/conversations.ts');
    expect(filesWith(sql)).toContain('src/records/forget.ts');
  });

  test('stands in records/ or in db/: everybody else calls a function with a name', () => {
    const found = [modelCall, rawCall, sql].flatMap(filesWith);
    expect(outside(found, 'src/records/', 'src/db/')).toEqual([]);
  });
});

test('a transaction is opened with queue.transaction, so that workers hear of its jobs: others put none', () => {
  const withoutJobs = ['src/records/enrolment.ts', 'src/records/sweep.ts'];
  expect(filesWith(/\bprisma\s*\.\$transaction\((?!async \(tx\) => …)/)).toEqual(
    [...withoutJobs, 'src/db/ask-straight.ts'].toSorted(),
  );
});

describe('who hears it', () => {
  const door = 'src/outbox/notify.ts';

  test('is told through one door: nobody else puts a message for another chat together', () => {
    expect(filesWith(/\.notify\(/)).toEqual([door]);
  });

  test('of staff is looked up in records/ and at that door alone, but where the list of chats is what is asked for', () => {
    const lookUp =
      /^import [^;]*\b(?:adminChats|staffChats|enrolledChats)\b[^;]* from '[^']*\/admin-chats\.ts'/m;
    // What LINE calls each of them, for the list that staff ask for.
    const list = 'src/conversation/ask-line.ts';
    expect(outside(filesWith(lookUp), 'src/records/')).toEqual([list, door]);
  });
});
