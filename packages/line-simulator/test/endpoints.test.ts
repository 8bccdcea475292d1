// The endpoints as they stand in the source: each is on the list, and each refusal that is made is thrown.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpointNames, endpoints } from '../src/api/endpoints.ts';

const api = join(import.meta.dirname, '../src/api');
const files = globSync('**/*.ts', { cwd: api }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(join(api, file), 'utf8');

const anEndpoint = z.looseObject({
  name: z.string(),
  method: z.string(),
  path: z.string(),
  answer: z.instanceof(Function),
});
const isEndpoint = (value: unknown): boolean => anEndpoint.safeParse(value).success;

describe('Every endpoint', () => {
  test('that a file exports is on the list', async () => {
    const listed: readonly unknown[] = endpoints;
    const modules = await Promise.all(files.map((file) => import(join(api, file))));
    const exported = modules.flatMap((module, index) =>
      Object.entries(module)
        .filter(([, value]) => isEndpoint(value))
        .map(([name, value]) => ({ where: `${files[index]}: ${name}`, value })),
    );
    expect(exported.length).toBeGreaterThan(40);
    expect(exported.filter(({ value }) => !listed.includes(value)).map(({ where }) => where)).toEqual([]);
  });

  test('has a name, and a method and path, of its own', () => {
    const ways = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(endpointNames.filter((name, at) => endpointNames.indexOf(name) !== at)).toEqual([]);
    expect(ways.filter((way, at) => ways.indexOf(way) !== at)).toEqual([]);
  });
});

/** Calls of these make a refusal; what only makes one and does not throw it changes nothing. */
const makers = [...textOf('refusal.ts').matchAll(/^export const (\w+) = \([^)]*\): Refusal/gm)].map(
  ([, name = '']) => name,
);

/** Where a refusal is made and neither thrown nor handed on. */
function leftLying(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const all = makers.join('|');
  const own = [...code.matchAll(new RegExp(`const (\\w+) = \\([^)]*\\) =>\\s*(?:${all})\\(`, 'g'))];
  const names = [...makers, ...own.map(([, name = '']) => name)].join('|');
  return [...code.matchAll(new RegExp(`\\bnew Refusal\\(|\\b(?:${names})\\(`, 'g'))]
    .filter(({ index }) => !/(?:\bthrow|\breturn|=>|[=?:])$/.test(code.slice(0, index).trimEnd()))
    .map(({ 0: call, index }) => `${code.slice(0, index).split('\n').length}: ${call}`);
}

describe('A refusal', () => {
  test('that is made is thrown, or handed to who throws it', () => {
    expect(makers).toEqual(expect.arrayContaining(['refusal', 'oAuthRefusal', 'notFound']));
    const lying = files.flatMap((file) => leftLying(textOf(file)).map((where) => `${file}:${where}`));
    expect(lying, 'write "throw" in front of it').toEqual([]);
  });

  test('that is not would be found', () => {
    expect(leftLying("if (!known) throw refusal(404, 'x');\nif (known) refusal(400, 'x');")).toEqual([
      '2: refusal(',
    ]);
    expect(leftLying("const none = () => refusal(404, 'x');\nnone();\nthrow none();")).toEqual(['2: none(']);
  });
});
