import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment, variableNames } from '../../src/config/environment.ts';

const lines = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8').split('\n');
const named = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);

const line = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };
const problemsOf = (env: Record<string, string>): string => {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return '';
};

test('.env.example names every variable that the server reads, and no other', () => {
  expect(named.toSorted()).toEqual(variableNames.toSorted());
});

test('.env.example says a sentence about each', () => {
  for (const name of named) {
    const above = lines[lines.findIndex((one) => one.startsWith(`${name}=`)) - 1];
    expect(above, name).toMatch(/^# .{20,}/);
  }
});

test('With the two values of the channel alone the server can start', () => {
  expect(readEnvironment(line)).toMatchObject({
    PORT: 3000,
    DATA_DIR: './data',
    OFFICE: 'hamamatsu',
    CLOCK_CONTROL: '0',
  });
});

test('All that is wrong is said at once, each with the way to fix it', () => {
  const problems = problemsOf({
    PORT: 'many',
    LINE_API_BASE_URL: 'https://example.com/path',
    DATA_KEY: 'short',
  });
  expect(problems).toContain('PORT must be a port number');
  expect(problems).toContain('LINE_CHANNEL_SECRET is missing: copy');
  expect(problems).toContain('LINE_CHANNEL_ACCESS_TOKEN is missing: issue');
  expect(problems).toContain('LINE_API_BASE_URL must be an origin');
  expect(problems).toContain('openssl rand -base64 32');
});

test('A database server without the key that seals personal data is refused', () => {
  expect(problemsOf({ ...line, DATABASE_URL: 'postgres://db.example/office' })).toContain(
    'DATA_KEY is missing',
  );
});

test('Nobody can move the clock of a machine that is not clearly for development', () => {
  for (const NODE_ENV of [
    'production',
    'prod',
    'Production',
    'staging',
    'live',
    'Development',
    ' test',
    'demo',
  ])
    expect(problemsOf({ ...line, CLOCK_CONTROL: '1', NODE_ENV }), NODE_ENV).toContain(
      'CLOCK_CONTROL must not be 1',
    );
  for (const NODE_ENV of ['', 'development', 'test'])
    expect(problemsOf({ ...line, CLOCK_CONTROL: '1', NODE_ENV }), NODE_ENV).toBe('');
});

test('It listens where only this machine reaches it, unless told otherwise', () => {
  expect(readEnvironment({ ...line, HOST: '' }).HOST).toBe('127.0.0.1');
  for (const HOST of ['0.0.0.0', '::', '::1', '192.0.2.7', 'localhost'])
    expect(problemsOf({ ...line, HOST })).toBe('');
  // What some shells have in a variable of this name.
  for (const HOST of [
    'x86_64-conda-linux-gnu',
    'counter.example.jp',
    'http://127.0.0.1',
    '127.0.0.1:3000',
    '*',
  ])
    expect(problemsOf({ ...line, HOST }), HOST).toContain('HOST must be an address of this machine');
});

test('A page with a name and a phone is reached by https, or on this machine', () => {
  for (const PUBLIC_URL of [
    'https://counter.example.jp',
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])
    expect(problemsOf({ ...line, PUBLIC_URL }), PUBLIC_URL).toBe('');
  for (const PUBLIC_URL of [
    'http://counter.example.jp',
    'http://127.0.0.1.example.jp',
    'http://10.0.0.5:3000',
  ])
    expect(problemsOf({ ...line, PUBLIC_URL }), PUBLIC_URL).toContain('PUBLIC_URL must begin with https://');
});

test('Problems never show a value: it may be a secret', () => {
  expect(problemsOf({ ...line, DATA_KEY: 'half-a-secret' })).not.toContain('half-a-secret');
});
