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

test('All that is wrong is said at once, each with the way to mend it', () => {
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

test('Nobody can move the clock of the machine that serves the public', () => {
  expect(problemsOf({ ...line, CLOCK_CONTROL: '1', NODE_ENV: 'production' })).toContain(
    'CLOCK_CONTROL must not be 1',
  );
});

test('Problems never show a value: it may be a secret', () => {
  expect(problemsOf({ ...line, DATA_KEY: 'half-a-secret' })).not.toContain('half-a-secret');
});
