// `npm run draw` writes flows/README.md from the flows themselves; with --check it only looks whether the
// file is fresh, and exits 1 if not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { booking } from './booking.ts';
import { drawChart, listFromAnywhere, listInside } from './draw-chart.ts';
import { flows } from './index.ts';

export const readmePath = join(import.meta.dirname, 'README.md');

const head = `# Flows

A flow says what happens next: which question stands, what may answer it, and what is then to be done.
It is a pure statechart. It imports xstate and its neighbours, and knows no clock, database, chance or words.
To touch: a state, an arrow, a condition. The events and effects all flows share stand in \`vocabulary/\`.
A renamed or removed state, a new field of the context, or one that means something else, needs the next \`version\` of its
flow; then \`npm run conversations:save\`.
The drawings are generated: run \`npm run draw\` after a change; \`npm run check\` refuses stale ones.
`;

/** The whole of README.md. */
export const drawAll = (): string =>
  [head, ...[...Object.values(flows), booking].map((machine) => drawFlow(machine))].join('\n');

function drawFlow(machine: AnyStateMachine): string {
  const title = `## ${machine.root.description ?? machine.id} (\`${machine.id}\`)\n`;
  const picture = `\`\`\`mermaid\n${drawChart(machine)}\`\`\`\n`;
  return [
    title,
    picture,
    ...bullets('どこからでも', listFromAnywhere(machine)),
    ...bullets('その場で応じて、質問はそのまま', listInside(machine)),
  ].join('\n');
}

const bullets = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${title}\n`, `${items.map((item) => `- ${item}`).join('\n')}\n`];

/** What is in README.md now; '' where there is none. */
function readReadme(): string {
  try {
    return readFileSync(readmePath, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) {
    writeFileSync(readmePath, drawAll());
    process.stdout.write('The drawings in flows/README.md are up to date.\n');
  } else if (readReadme() !== drawAll()) {
    process.stderr.write(
      'The drawings in flows/README.md are stale: run `npm run draw` and commit the file.\n',
    );
    process.exitCode = 1;
  } else {
    process.stdout.write('The drawings in flows/README.md are fresh.\n');
  }
}
