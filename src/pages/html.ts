// Text in HTML. Everything that a page shows goes through here.
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A paragraph for each. `attributes`: as they stand in the tag. */
export const paragraphs = (lines: readonly string[], attributes = ''): string =>
  lines.map((line) => `<p${attributes}>${escaped(line)}</p>`).join('\n');
