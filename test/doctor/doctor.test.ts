// The doctor says nothing against a set-up in which all is right, and finds each fault that is planted in it.

import { TOKEN } from 'line-simulator/testing';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checks } from '../../src/doctor/checks.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';
import type { Fault } from './fault.ts';
import { faultsOfAccount } from './faults-of-account.ts';
import { faultsOfDatabase, faultsOfOffice } from './faults-of-data.ts';
import { faultsOfChannel, faultsOfServer, faultsOfWebhook } from './faults-of-line.ts';
import { faultsOfMachine, faultsOfVariables } from './faults-of-machine.ts';
import { officesDir, type SetUp, startSetUp, valuesOf } from './set-up.ts';

const report = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['right', 'note', 'warning', 'broken', 'notChecked']),
      says: z.string(),
      fix: z.string().optional(),
    }),
  ),
});

async function examined(setUp: SetUp) {
  const values = await valuesOf(setUp);
  const { words, exitCode } = await runDoctor(values, ['--json'], officesDir, setUp.machine);
  const secrets = [TOKEN, setUp.staff.groupId, setUp.server.secret, 'hidden-password'];
  for (const key of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'DATA_KEY']) {
    // Short ones could be part of any word.
    const value = values[key] ?? '';
    if (value.length > 8) secrets.push(value);
  }
  for (const secret of secrets) expect(words).not.toContain(secret);
  return { exitCode, ...report.parse(JSON.parse(words)) };
}

/** All that need it, or need what needs it. */
function needing(name: string): string[] {
  const names = new Set([name]);
  for (const check of checks) if (check.needs.some((need) => names.has(need))) names.add(check.name);
  return [...names].slice(1);
}

describe('the doctor', () => {
  test('has nothing to say against a set-up in which all is right', async () => {
    const setUp = await startSetUp();
    const { ok, exitCode, checks: results } = await examined(setUp);
    expect(results.filter(({ status }) => status !== 'right')).toMatchObject([
      { name: 'way to LINE', status: 'note', says: expect.stringMatching(/LINE_API_BASE_URL/) },
      { name: 'settings that only the manager shows', status: 'note' },
    ]);
    expect([ok, exitCode, results.length]).toEqual([true, 0, checks.length]);
  });

  test('tells a person in lines, each with its fix below', async () => {
    const setUp = await startSetUp();
    setUp.values.NODE_ENV = '';
    setUp.server.healthy = false;
    const { words, exitCode } = await runDoctor(await valuesOf(setUp), [], officesDir, setUp.machine);
    expect(exitCode).toBe(1);
    expect(words).toMatch(/^ok {7}Node\.js: .+$/m);
    expect(words).toMatch(/^WARNING {2}settings for the public: .+\n {9}→ Set NODE_ENV=production/m);
    expect(words).toMatch(/^BROKEN {3}server: .+\n {9}→ Look into its log/m);
    expect(words).toMatch(/^skipped {2}webhook reachable: First this must be fixed: server\.$/m);
    expect(words).toMatch(/\n\n1 thing to fix, from the top down\. 1 warning\. Not checked: 2\.$/);
  });

  test('knows no argument but --json', async () => {
    const { words, exitCode } = await runDoctor({}, ['--jsno'], officesDir);
    expect([exitCode, words]).toEqual([2, expect.stringContaining('--jsno')]);
  });

  test('runs what a check needs before it', () => {
    const names = checks.map(({ name }) => name);
    for (const [index, { needs }] of checks.entries())
      for (const need of needs) expect(names.slice(0, index)).toContain(need);
    expect(new Set(names).size).toBe(names.length);
  });

  test('lets a clock differ by half a minute', async () => {
    const setUp = await startSetUp();
    // LINE tells whole seconds.
    setUp.machine.now = () => new Date(Date.now() + 28_000);
    expect((await examined(setUp)).checks).toContainEqual(
      expect.objectContaining({ name: 'clock', status: 'right' }),
    );
  });

  test('takes no server on this machine for no fault, and says what could not be seen', async () => {
    const setUp = await startSetUp();
    setUp.values.PORT = '0';
    const { exitCode, checks: results } = await examined(setUp);
    expect(exitCode).toBe(0);
    const noted = results.filter(({ status }) => status === 'note').map(({ name }) => name);
    expect(noted).toEqual(expect.arrayContaining(['server', 'channel secret']));
  });

  test('says when a check itself fails, and goes on', async () => {
    const setUp = await startSetUp();
    setUp.machine.freeBytes = () => Promise.reject(new RangeError('a word that may be data'));
    const { checks: results } = await examined(setUp);
    const failed = results.find(({ name }) => name === 'data directory');
    expect(failed?.says).toMatch(/^The check itself failed \(RangeError/);
    expect(failed?.says).not.toContain('may be data');
    expect(results).toContainEqual(expect.objectContaining({ name: 'terms of use', status: 'right' }));
  });
});

describe('the doctor finds', () => {
  const faults: Fault[] = [
    ...faultsOfVariables,
    ...faultsOfMachine,
    ...faultsOfDatabase,
    ...faultsOfOffice,
    ...faultsOfChannel,
    ...faultsOfServer,
    ...faultsOfWebhook,
    ...faultsOfAccount,
  ];

  test.each(faults)('$fault', async ({ plant, found, warns = false, also = [], fix }) => {
    const setUp = await startSetUp();
    await plant(setUp);
    const { ok, exitCode, checks: results } = await examined(setUp);
    const faulty = results.filter(({ status }) => status === 'broken' || status === 'warning');
    expect(faulty.map(({ name }) => name).sort()).toEqual([found, ...also].sort());
    const finding = faulty.find(({ name }) => name === found);
    expect(`${finding?.says} ${finding?.fix}`).toMatch(fix);
    expect(finding?.status).toBe(warns ? 'warning' : 'broken');
    expect([ok, exitCode]).toEqual(warns ? [true, 0] : [false, 1]);
    const leftOut = results.filter(({ says }) => says.startsWith('First this must be fixed'));
    const blocked = warns ? [] : [found, ...also].flatMap(needing);
    expect(leftOut.map(({ name }) => name)).toEqual(blocked);
  });
});
