// A table of a page. On a phone it is moved sideways within its frame; on paper it is A4 across, with its headings on each sheet.
import { escaped } from './html.ts';

export type Table = {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  isShort?: true;
};

export const tableStyle = `
body { max-width: 90rem }
form, body > main > p { max-width: 30rem }
.table { margin: 0 0 24px; overflow-x: auto; background: #fff; border: 1px solid #c9d6d1; border-radius: 12px }
.table.short { max-width: 20rem }
table { border-collapse: collapse; width: 100%; font-size: .85rem }
caption { padding: 12px; text-align: left; font-weight: 700; color: #17594a }
th, td { padding: 6px 10px; border: 1px solid #c9d6d1; text-align: left; vertical-align: top; unicode-bidi: isolate }
thead th { background: #eef3f1; white-space: nowrap }
tbody th, td:nth-child(-n+3) { white-space: nowrap }
.table:not(.short) td { min-width: 5em }
.table:not(.short) td:last-child { min-width: 16em }
.short td { text-align: right }
@page { size: A4 landscape; margin: 10mm }
@media print {
  html { font-size: 9pt }
  body { padding: 0; max-width: none; background: #fff }
  form, body > main > p { display: none }
  .table { overflow: visible; border: 0; border-radius: 0 }
  .table:not(.short) td, .table:not(.short) td:last-child { min-width: 0 }
  thead { display: table-header-group }
  tr { break-inside: avoid }
}
`;

/** The first cell of a row names it. */
export function tableOf({ caption, head, rows, isShort }: Table, id: string): string {
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const lines = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(first)}</th>${others}</tr>`;
  });
  return `<div class="table${isShort ? ' short' : ''}" role="region" aria-labelledby="${id}" tabindex="0"><table><caption id="${id}">${escaped(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}
