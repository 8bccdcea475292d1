// A table as a file that spreadsheets open: RFC 4180, UTF-8 with its mark, because Excel takes it for Shift_JIS without one.

/** What a spreadsheet would take for a formula, in any width. */
const likeFormula = /^[=+\-@\t\r＝＋－＠]/u;

/** A cell that begins like a formula gets an apostrophe in front: a name must not run anything. */
export const harmless = (cell: string): string => (likeFormula.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/["\r\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('')}`;
