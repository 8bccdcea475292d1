// The commands of package.json and those that main.ts knows are the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCommand } from '../../src/commands.ts';

const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const asked = Object.values(scripts).flatMap(
  (script) => /^node src\/main\.ts (\w+)$/.exec(script)?.[1] ?? [],
);

test('every script that calls a command finds one', async () => {
  const names = asked.filter((name) => name !== 'demo');
  expect(names.toSorted()).toEqual(['backup', 'doctor', 'forget', 'move', 'reseal', 'restore', 'richmenu']);
  for (const name of names) expect(await findCommand(name)?.(), name).toBeTypeOf('function');
});

test.for(['', 'serve', 'constructor', '__proto__', undefined])('there is no command %s', (name) => {
  expect(findCommand(name)).toBeUndefined();
});
