// A bot's chart as a picture: SVG with the current states lit, and nothing in it that comes from outside.

/** Pictures of charts are kept: drawing a large one takes a third of a second. */
const KEPT_AT_MOST = 30;

/** Small words must be readable: darker than the library's own. */
const LOOK = {
  padding: 16,
  fg: '#1f2933',
  muted: '#52606d',
  line: '#7b8794',
  border: '#7b8794',
  accent: '#3e4c59',
};

const LIT = `
  .lit > rect:first-of-type { fill: #fff3bf; stroke: #b35c00; stroke-width: 3; }
  .subgraph.lit > rect:first-of-type { fill: var(--_group-fill); }
  .node.lit > text { font-weight: 700; }`;

export type DrawChart = (mermaid: string, current: readonly string[]) => Promise<string>;

/** Rejects where the library cannot read the text. */
export function createDrawChart(): DrawChart {
  const kept = new Map<string, string>();
  return async (mermaid, current) => {
    const known = kept.get(mermaid);
    const svg = known ?? (await draw(mermaid));
    // Put in again, it is the youngest.
    kept.delete(mermaid);
    kept.set(mermaid, svg);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
    return light(svg, current);
  };
}

async function draw(mermaid: string): Promise<string> {
  // Only for whoever looks at a chart: the library is large.
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  const svg = renderMermaidSVG(titled(mermaid), LOOK);
  return svg
    .replaceAll(/^\s*@import .*$/gm, '')
    .replace("font-family: 'Inter', system-ui, sans-serif;", 'font-family: inherit;')
    .replace('</style>', `${LIT}\n</style>`);
}

/**
 * The library reads the title of a composite state only where it opens; Mermaid itself also takes it from a
 * line of its own: `state "Title" as id` and then `state id {`.
 */
function titled(mermaid: string): string {
  const titles = new Map(
    [...mermaid.matchAll(/^\s*state\s+("[^"]+")\s+as\s+(\w+)\s*$/gm)].map(([, title, id]) => [id, title]),
  );
  return mermaid.replaceAll(/^(\s*state\s+)(\w+)(\s*\{)$/gm, (line, head, id, tail) =>
    titles.has(id) ? `${head}${titles.get(id)} as ${id}${tail}` : line,
  );
}

function light(svg: string, current: readonly string[]): string {
  const lit = new Set(current);
  return svg.replaceAll(/<g class="(node|subgraph)" data-id="([^"]*)"/g, (tag, kind, id) =>
    lit.has(id) ? `<g class="${kind} lit" data-id="${id}"` : tag,
  );
}
