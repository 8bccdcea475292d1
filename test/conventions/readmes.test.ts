// Who opens a folder for the first time reads its README.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Folders with at least two files of ours in them. */
const folders = (under: string): string[] => {
  const files = globSync(`${under}/**/*.{ts,json,prisma,service}`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/db/generated/'));
  return [...Map.groupBy(files, dirname)].filter(([, own]) => own.length >= 2).map(([folder]) => folder);
};

test('every folder has a README; those of the tests stand in the one above them', () => {
  const all = ['offices', 'prisma', 'deploy', 'test', ...folders('{src,flows,richmenu}')];
  expect(all.length).toBeGreaterThan(20);
  const wanting = all.filter((folder) => !existsSync(join(root, folder, 'README.md')));
  expect(wanting).toEqual([]);
});

test('the README of the simulator names every folder of it', () => {
  const simulator = 'packages/line-simulator';
  const text = readFileSync(join(root, simulator, 'README.md'), 'utf8');
  const own = folders(`${simulator}/src`).filter((folder) => dirname(folder) === `${simulator}/src`);
  expect(own.length).toBeGreaterThan(8);
  expect(own.filter((folder) => !text.includes(`\`${basename(folder)}/\``))).toEqual([]);
});

test('a README names no file of its folder that is not there', () => {
  const readmes = globSync('{src,flows,richmenu,offices,prisma,deploy}/**/README.md', { cwd: root }).filter(
    (file) => !file.includes('node_modules'),
  );
  expect(readmes.length).toBeGreaterThan(20);
  const gone = readmes.flatMap((readme) => {
    const named = readFileSync(join(root, readme), 'utf8').matchAll(
      /`([\w./-]+\.(?:ts|json|prisma|service|css))`/g,
    );
    return [...named]
      .map(([, file = '']) => file)
      .filter((file) => [dirname(readme), '', 'src'].every((base) => !existsSync(join(root, base, file))))
      .map((file) => `${readme} names ${file}`);
  });
  expect(gone).toEqual([]);
});

test('a link of a page leads to a page that is there, and to a heading that it has', () => {
  const pages = globSync(
    '{*.md,docs/*.md,deploy/*.md,offices/*.md,{src,flows,richmenu,prisma,test}/**/*.md,packages/*/**/*.md}',
    {
      cwd: root,
      exclude: (path) => path.includes('node_modules'),
    },
  );
  expect(pages.length).toBeGreaterThan(30);
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
      ([, to = '', heading]) => ({ page, to: to === '' ? page : join(dirname(page), to), heading }),
    ),
  );
  expect(links.length).toBeGreaterThan(20);
  const broken = links.filter(
    ({ to, heading }) =>
      !existsSync(join(root, to)) || (heading !== undefined && !headingsOf(to).has(heading)),
  );
  expect(broken.map(({ page, to, heading }) => `${page} → ${to}${heading ? `#${heading}` : ''}`)).toEqual([]);
});

test('the README is read in a few minutes', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
});

/** As the anchors of GitHub are made. */
const headingsOf = (page: string): Set<string> =>
  new Set(
    [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
