// The files of the page, and what has to be done to each before a browser can use it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'amaro';

export type PageFile = { type: string; body: string | Uint8Array; policy?: string };

const home = join(import.meta.dirname, '..', 'page');

/** Names that the page's modules import, and where the browser finds them. */
const LIBRARIES: ReadonlySet<string> = new Set(['preact', 'preact/hooks', 'htm', 'htm/preact']);

const FONTS: ReadonlyMap<string, string> = new Map([
  ['font/regular.ttf', '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'],
  ['font/bold.ttf', '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'],
]);

const importMap = JSON.stringify({
  imports: Object.fromEntries([...LIBRARIES].map((name) => [name, `/page/lib/${name}`])),
});

const policy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(importMap).digest('base64')}'`,
  // Drawings of flows bring their own style element.
  "style-src 'self' 'unsafe-inline'",
  // A bot's pictures are where the bot says they are, as on a phone: LINE takes https only.
  "img-src 'self' data: https:",
  "media-src 'self' https:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function readIndex(): Promise<PageFile> {
  const html = await readFile(join(home, 'index.html'), 'utf8');
  const body = html.replace('<!-- import map -->', `<script type="importmap">${importMap}</script>`);
  return { type: 'text/html; charset=utf-8', body, policy };
}

/** `path`: below `/page/`. Undefined where there is no such file. */
export async function readPageFile(path: string): Promise<PageFile | undefined> {
  const font = FONTS.get(path);
  if (font) return { type: 'font/ttf', body: await readFile(fileURLToPath(import.meta.resolve(font))) };
  const library = path.startsWith('lib/') ? path.slice('lib/'.length) : '';
  if (LIBRARIES.has(library)) {
    return { type: SCRIPT, body: await readFile(fileURLToPath(import.meta.resolve(library)), 'utf8') };
  }
  return readOwnFile(path);
}

/** What the system says of a path that leads to no file: nothing there, a file in the middle, too long, a folder. */
const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR']);

const SCRIPT = 'text/javascript; charset=utf-8';

async function readOwnFile(path: string): Promise<PageFile | undefined> {
  // A path that leads out of the folder, or to anything but code and style, is no file of the page.
  const inside = normalize(path) === path && !path.startsWith('..') && !path.startsWith('/');
  const kind = extname(path);
  if (!inside || !['.ts', '.css'].includes(kind)) return undefined;
  const text = await readFile(join(home, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (NO_FILE.has(error.code ?? '')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (kind === '.css') return { type: 'text/css; charset=utf-8', body: text };
  return { type: SCRIPT, body: withoutTypes(path, text) };
}

/** The newest code of each module. Taking the types out of all of them takes up to a tenth of a second. */
const stripped = new Map<string, { text: string; code: string }>();

function withoutTypes(path: string, text: string): string {
  const known = stripped.get(path);
  if (known?.text === text) return known.code;
  const { code } = transformSync(text, { mode: 'strip-only' });
  stripped.set(path, { text, code });
  return code;
}
