// What the browser is given: every module, style and font that the page asks for, and nothing from anywhere else.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformSync } from 'amaro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Simulator } from '../src/simulator.ts';
import { startSimulator } from '../src/start-simulator.ts';
import { SECRET, TOKEN } from './helpers/bot.ts';

type Served = { path: string; status: number; type: string; policy: string | null; text: string };

let simulator: Simulator;
let index: Served;
/** All that is reached from the index, by path. */
let reached: Map<string, Served>;
beforeAll(async () => {
  simulator = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN });
  index = await load('/');
  reached = await follow(index);
});
afterAll(() => simulator.close());

async function load(path: string): Promise<Served> {
  const response = await fetch(simulator.origin + path);
  const { status, headers } = response;
  const policy = headers.get('content-security-policy');
  return { path, status, type: headers.get('content-type') ?? '', policy, text: await response.text() };
}

async function follow(from: Served): Promise<Map<string, Served>> {
  const found = new Map([[from.path, from]]);
  let next = [from];
  while (next.length > 0) {
    const paths = new Set(next.flatMap(wantedBy).filter((path) => !found.has(path)));
    next = await Promise.all([...paths].map(load));
    for (const one of next) found.set(one.path, one);
  }
  return found;
}

/** The paths that a browser asks for once it has this. A name that the import map lacks throws. */
function wantedBy({ path, type, text }: Served): string[] {
  const at = (reference: string) => new URL(reference, simulator.origin + path).pathname;
  if (path === '/')
    return matches(text, /(?:src|href)="([^"]+)"/g)
      .filter(isNoData)
      .map(at);
  if (type.startsWith('text/css')) return references(text).map(at);
  if (!type.startsWith('text/javascript')) return [];
  return imported(text).map((name) => (/^[./]/.test(name) ? at(name) : mapped(name)));
}

function mapped(name: string): string {
  const [map = '{}'] = matches(index.text, /<script type="importmap">(.*?)<\/script>/g);
  const { imports } = z.object({ imports: z.record(z.string(), z.string()) }).parse(JSON.parse(map));
  const path = imports[name];
  if (path === undefined) throw new Error(`The import map has no ${name}`);
  return path;
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
const isNoData = (reference: string): boolean => !reference.startsWith('data:');
const references = (css: string): string[] =>
  matches(css, /url\(\s*["']?([^"')]+)/g).concat(matches(css, /@import\s+["']([^"']+)/g));
/** With or without spaces: libraries come as they were packed. */
const imported = (code: string): string[] =>
  matches(code, /(?:^|[;}\n])\s*(?:import|export)\b(?:[^;'"()=]*?\bfrom)?\s*["']([^"'\n]+)["']/g).concat(
    matches(code, /\bimport\(\s*["']([^"']+)/g),
  );

const own = () => [...reached.values()].filter(({ path }) => path.endsWith('.ts'));
const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

describe('The page', () => {
  test('finds every module, style and font it asks for, each of the right type', () => {
    const types = [
      [/^\/$/, 'text/html; charset=utf-8'],
      [/\.ts$|^\/page\/lib\//, 'text/javascript; charset=utf-8'],
      [/\.css$/, 'text/css; charset=utf-8'],
      [/\.ttf$/, 'font/ttf'],
    ] as const;
    for (const { path, status, type } of reached.values()) {
      expect(status, path).toBe(200);
      expect(type, path).toBe(types.find(([pattern]) => pattern.test(path))?.[1]);
    }
    for (const path of ['/page/main.ts', '/page/use-live.ts', '/page/lib/preact', '/page/lib/preact/hooks'])
      expect([...reached.keys()]).toContain(path);
  });

  test('gets its modules without types', async () => {
    for (const { path, text } of own())
      expect(transformSync(text, { mode: 'strip-only' }).code, path).toBe(text);
    const source = await readFile(join(import.meta.dirname, '../src/page/control.ts'), 'utf8');
    expect(transformSync(source, { mode: 'strip-only' }).code).not.toBe(source);
    expect(reached.get('/page/control.ts')?.text).toHaveLength(source.length);
  });

  test('brings everything along: no file refers to another origin', () => {
    // Names of kinds of markup, not places.
    const kinds = /http:\/\/www\.w3\.org\/[\w/]+/g;
    for (const { path, type, text } of reached.values()) {
      if (type === 'font/ttf') continue;
      const code = withoutComments(text).replaceAll(kinds, '');
      expect(matches(code, /["'`(](\w*:?\/\/[\w.[]+[^"'`)]*)/g), path).toEqual([]);
      if (type.startsWith('text/css'))
        expect(
          references(text).filter((one) => !one.startsWith('/page/')),
          path,
        ).toEqual([]);
    }
    const inHtml = matches(index.text, /(?:src|href|action)="([^"]+)"/g).filter(isNoData);
    expect(inHtml.filter((one) => !one.startsWith('/page/'))).toEqual([]);
  });

  test('forbids the browser to load code, styles, fonts or data from elsewhere', () => {
    const policy = new Map(
      (index.policy ?? '').split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    for (const kind of ['script-src', 'style-src', 'font-src'])
      for (const source of policy.get(kind) ?? ['none at all'])
        expect(source, kind).toMatch(/^'(self|sha256-.+|unsafe-inline)'$/);
    expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
    for (const kind of ['img-src', 'media-src']) expect(policy.get(kind)).not.toContain('http:');
  });
});
