// A page as HTML, readable on a phone: blocks one below the other, in one style, without script. Everything in it is escaped.
import { createHash } from 'node:crypto';
import { type Form, formOf, problemsOf } from './form.ts';
import { escaped, paragraphs } from './html.ts';
import { type Table, tableOf, tableStyle } from './table.ts';

/** `isPhone`: pressed, it is dialled. `isSpelt`: read letter by letter. */
type Fact = { label: string; value: string; isPhone?: true; isSpelt?: true };

export type Block =
  | { kind: 'facts'; facts: readonly Fact[] }
  /** To be seen before all else. */
  | { kind: 'warning'; lines: readonly string[] }
  /** What a press has done. */
  | { kind: 'result'; lines: readonly string[] }
  /** A part with a heading, in large letters. */
  | { kind: 'aloud'; heading: string; lines: readonly string[] }
  | { kind: 'notes'; lines: readonly string[] }
  /** Rows of cells under their headings. `isShort`: no wider than a phone. */
  | ({ kind: 'table' } & Table)
  /** `problems`: stands above it where something in it is wrong. */
  | { kind: 'form'; form: Form; problems?: string };

/** `isWide`: has tables, on paper A4 across. */
export type Page = {
  language: string;
  title: string;
  blocks: readonly Block[];
  isWide?: boolean | undefined;
};

const style = `
:root { color-scheme: light }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 24px 20px; max-width: 30rem; background: #eef3f1; color: #1f2a26;
  font: 1rem/1.6 system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 16px; font-size: 1.15rem; color: #17594a }
h2 { margin: 0 0 8px; font-size: 1rem; color: #17594a }
dl, section { margin: 0 0 20px; padding: 4px 20px; background: #fff; border: 1px solid #c9d6d1; border-radius: 12px }
section { padding: 16px 20px; border: 2px solid #17594a }
dt { margin-top: 14px; font-size: .8rem; color: #3f4a46 }
dd { margin: 0 0 14px; font-size: 1.2rem; white-space: pre-line }
dd.spelt { font-family: ui-monospace, Menlo, Consolas, monospace; font-weight: 700; letter-spacing: .06em }
a { color: #17594a; font-weight: 700 }
dd a, .problems a { display: inline-block; min-height: 44px; padding: 4px 0; vertical-align: top }
.problems ul { margin: 0; padding: 0 0 0 20px }
p { margin: 0 0 6px; font-size: .85rem; white-space: pre-line }
section p { font-size: 1.1rem }
.warning, .problems { margin: 0 0 20px; padding: 14px 18px; background: #fff3f1; border: 2px solid #a12b1d; border-radius: 12px }
.warning p, .result p { font-size: 1rem; font-weight: 700 }
.problems h2, .error { color: #a12b1d }
.error { font-weight: 700 }
.field { margin: 0 0 20px; padding: 0; border: 0 }
.field > label:not(.option), legend { display: block; margin: 0 0 4px; padding: 0; font-weight: 700 }
.option { display: flex; gap: 10px; align-items: center; min-height: 44px; font-weight: 400 }
input { font: inherit; color: inherit }
input[type=text], input[type=tel] { box-sizing: border-box; width: 100%; min-height: 48px; padding: 8px 12px;
  background: #fff; border: 2px solid #5b6b65; border-radius: 8px }
input[aria-invalid=true] { border-color: #a12b1d }
input[type=radio], input[type=checkbox] { width: 24px; height: 24px; margin: 0; flex: none }
button { width: 100%; min-height: 56px; margin: 12px 0 0; padding: 12px 20px; border: 2px solid #17594a; border-radius: 12px;
  background: #17594a; color: #fff; font: inherit; font-weight: 700; cursor: pointer }
button.plain { background: #fff; color: #17594a }
:focus-visible { outline: 3px solid #1f2a26; outline-offset: 3px }
form { margin: 0 }
form + p, form + section { margin-top: 20px }
`;

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const wideStyle = `${style}${tableStyle}`;
/** For the Content-Security-Policy: no other style is taken. */
const hashes = { narrow: hashOf(style), wide: hashOf(wideStyle) };

export function pageOf({ language, title, blocks, isWide = false }: Page): {
  html: string;
  styleHash: string;
} {
  const html = `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${isWide ? wideStyle : style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${blocks.map(blockOf).join('\n')}</main></body>
</html>
`;
  return { html, styleHash: isWide ? hashes.wide : hashes.narrow };
}

function blockOf(block: Block, place: number): string {
  switch (block.kind) {
    case 'facts':
      return `<dl>${block.facts.map(factOf).join('')}</dl>`;
    case 'warning':
      return `<div class="warning" role="alert">${paragraphs(block.lines)}</div>`;
    case 'result':
      return `<div class="result" role="status">${paragraphs(block.lines)}</div>`;
    case 'aloud': {
      const id = `part-${place}`;
      return `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(block.heading)}</h2>${paragraphs(block.lines)}</section>`;
    }
    case 'notes':
      return paragraphs(block.lines);
    case 'table':
      return tableOf(block, `table-${place}`);
    case 'form':
      return `${block.problems === undefined ? '' : problemsOf(block.problems, block.form.fields ?? [])}${formOf(block.form)}`;
  }
}

function factOf({ label, value, isPhone, isSpelt }: Fact): string {
  const shown = escaped(value);
  const call = isPhone ? `<a href="tel:${escaped(value.replaceAll('-', ''))}">${shown}</a>` : shown;
  return `<dt>${escaped(label)}</dt><dd${isSpelt ? ' class="spelt"' : ''}>${call}</dd>`;
}
