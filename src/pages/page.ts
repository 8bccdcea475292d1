// A small page of facts as HTML, or of one button, readable on a phone.
import { createHash } from 'node:crypto';

export type Page = {
  language: string;
  title: string;
  facts?: readonly { label: string; value: string; isPhone?: true }[];
  /** What stands on it. Pressed, it POSTs to the page's own address. */
  button?: string;
  notes: readonly string[];
};

const style = `
:root { color-scheme: light }
body { margin: 0 auto; padding: 24px 20px; max-width: 480px; background: #eef3f1; color: #1f2a26;
  font: 18px/1.6 system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif }
h1 { margin: 0 0 16px; font-size: 20px; color: #17594a }
dl { margin: 0 0 20px; padding: 4px 20px; background: #fff; border: 1px solid #c9d6d1; border-radius: 12px }
dt { margin-top: 14px; font-size: 14px; color: #3f4a46 }
dd { margin: 0 0 14px; font-size: 22px; overflow-wrap: anywhere; white-space: pre-line }
a { color: #17594a; font-weight: 700 }
p { margin: 0 0 6px; font-size: 15px }
button { width: 100%; min-height: 56px; margin: 20px 0 0; padding: 12px 20px; border: 0; border-radius: 12px;
  background: #17594a; color: #fff; font: inherit; font-weight: 700; cursor: pointer }
`;

/** For the Content-Security-Policy: no other style is taken. */
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Everything in it is escaped. */
export function pageOf({ language, title, facts = [], button, notes }: Page): {
  html: string;
  styleHash: string;
} {
  const rows = facts.map(({ label, value, isPhone }) => {
    const shown = escaped(value);
    const call = isPhone ? `<a href="tel:${escaped(value.replaceAll('-', ''))}">${shown}</a>` : shown;
    return `<dt>${escaped(label)}</dt><dd>${call}</dd>`;
  });
  const list = rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`;
  const form = button === undefined ? '' : `<form method="post"><button>${escaped(button)}</button></form>`;
  const html = `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>${list}
${notes.map((line) => `<p>${escaped(line)}</p>`).join('\n')}${form}</main></body>
</html>
`;
  return { html, styleHash };
}
