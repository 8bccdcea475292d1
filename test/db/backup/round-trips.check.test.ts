// One office goes from file to file and from engine to engine, and is the same office at each of them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/db/backup/answer.ts';
import { runBackup } from '../../../src/db/backup/run-backup.ts';
import { runMove } from '../../../src/db/backup/run-move.ts';
import { runRestore } from '../../../src/db/backup/run-restore.ts';
import { openCounter } from '../../conversation/counter.ts';
import {
  describeOnServer,
  emptyServerUrl,
  freshDataDir,
  freshFolder,
  freshServerUrl,
} from '../../helpers/database.ts';
import { booked, fillOffice, halfWay, notYetHeard, oddText } from './filled-office.ts';
import { type Content, contentOf, context, embedded, open, server, type Where } from './places.ts';

let source: Where;
let content: Content;
let folder: string;
let file: string;
let closedAt: Date;

beforeAll(async () => {
  source = embedded(await freshDataDir());
  closedAt = await fillOffice(source);
  content = await contentOf(source);
  folder = await freshFolder();
  file = join(folder, 'first.jsonl');
  expect(done(await runBackup(source, [file], context))).toMatch(/^\d+ rows of the embedded database in /);
});

function done({ words, exitCode }: Answer): string {
  expect({ words, exitCode }).toEqual({ words, exitCode: 0 });
  return words;
}

/** As if she had never noticed: the next answer, the next number, what was to come in an hour. */
async function expectToGoOn(where: Where): Promise<void> {
  const database = await open(where);
  const counter = await openCounter({ database });
  const { clock, queue, prisma } = database;
  try {
    await clock.moveTo(new Date(Math.max(closedAt.getTime(), clock.now().getTime()) + 60_000));
    expect(await counter.visitor(halfWay).says('22020-1234567')).toContain('電話番号');

    const [first] = await prisma.booking.findMany();
    const { id: _id, number, ...same } = first ?? expect.fail('the booking is gone');
    const next = await prisma.booking.create({ data: { ...same, state: 'done' } });
    expect(next.number).toBe(number + 1);

    const fired: unknown[] = [];
    queue.work('timers', { batchSize: 5 }, async (jobs) => {
      fired.push(...jobs.map(({ data }) => data));
      return jobs.map(({ id }) => ({ id, status: 'completed' }));
    });
    await clock.moveTo(new Date(clock.now().getTime() + 61 * 60_000));
    // The second was in hand when the backup was made.
    await expect
      .poll(() => fired, { timeout: 40_000 })
      .toEqual(expect.arrayContaining([{ kettle: 'on' }, { kettle: 'off' }]));
    await expect.poll(() => counter.sentTo(notYetHeard)).toHaveLength(1);
    expect(await counter.visitor(booked).says('予約を見る')).toContain('受付番号');
  } finally {
    await database.close();
  }
}

test('the office that goes round has something in every table, so that a loss would be seen', () => {
  const maybeEmpty = ['pgboss.subscription', 'pgboss.job_dependency'];
  const empty = Object.keys(content).filter((name) => content[name]?.length === 0);
  expect(empty.toSorted()).toEqual(maybeEmpty.toSorted());
  expect(content.next).toEqual(['2']);
  expect(content['public."EnrolmentMiss"']?.join()).toContain('𠮷😀');
  expect(oddText).toContain('\u2028');
});

test('the file holds no key, and nothing of what is sealed can be read in it', async () => {
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(source.DATA_KEY);
  for (const hers of ['申込 花子', '22020-1234567', '090-1234-5678']) expect(text).not.toContain(hers);
  expect(text).toContain(halfWay);
});

describe('embedded to embedded', () => {
  test('a backup comes back in an empty folder with every row as it was, and the office goes on', async () => {
    const restored = embedded(join(await freshFolder(), 'data'));
    const words = done(await runRestore(restored, [file], context));
    expect(words).toContain('made on 2026-11-23T05:06:07.089Z');
    expect(words).toContain('Start the server with the same DATA_KEY.');
    expect(words).toMatch(/public\."Booking" +1\n/);
    expect(await contentOf(restored)).toEqual(content);
    await expectToGoOn(restored);
  });
});

describeOnServer('over a server', () => {
  /** A server to which the office has been moved, and what the move said. */
  async function moved(): Promise<{ place: Where; words: string }> {
    const url = await emptyServerUrl();
    const words = done(
      await runMove({ ...source, MOVE_TO: url }, [], { ...context, askHidden: async () => undefined }),
    );
    return { place: server(url), words };
  }

  test('a move brings every row to an empty server, counted on both sides, leaves the old one as it was, and the office goes on', async () => {
    const { place, words } = await moved();
    expect(words).toContain('counted on both sides');
    const rows = Object.entries(content).filter(([name]) => name !== 'next' && name !== 'pgboss.job_common');
    expect(words).toContain(
      `${rows.reduce((sum, [, all]) => sum + all.length, 0)} rows in ${rows.length} tables`,
    );
    expect(await contentOf(place)).toEqual(content);
    expect(await contentOf(source)).toEqual(content);
    await expectToGoOn(place);
  });

  test('a backup of a server comes back on another server and on the embedded engine', async () => {
    const second = server(await freshServerUrl());
    const third = embedded(await freshDataDir());
    const files = [join(folder, 'second.jsonl'), join(folder, 'third.jsonl')] as const;
    done(await runBackup((await moved()).place, [files[0]], context));
    done(await runRestore(second, [files[0]], context));
    expect(await contentOf(second)).toEqual(content);
    done(await runBackup(second, [files[1]], context));
    done(await runRestore(third, [files[1]], context));
    expect(await contentOf(third)).toEqual(content);
  });

  test('an embedded backup comes back on a server', async () => {
    const fourth = server(await freshServerUrl());
    done(await runRestore(fourth, [file], context));
    expect(await contentOf(fourth)).toEqual(content);
  });

  test('a server can be backed up while it runs', async () => {
    const { place } = await moved();
    const running = await open(place);
    try {
      done(await runBackup(place, [join(folder, 'running.jsonl')], context));
    } finally {
      await running.close();
    }
  });
});
