// `npm run talks:save` adds what is missing in saved/: run it when a flow has a new state or a
// new version. What is there stays as it is.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf, readSaved, restingTalks, savedHome } from './saved-talks.ts';

const before = readSaved();
const known = new Set(before.map(placeOf));
const all = [...before, ...restingTalks().filter((talk) => !known.has(placeOf(talk)))];

for (const [file, talks] of Map.groupBy(all, ({ flow, version }) => `${flow}-${version}.json`)) {
  writeFileSync(join(savedHome, file), `${JSON.stringify(talks, null, 2)}\n`);
}
process.stdout.write(`${all.length - before.length} talks added to ${savedHome}\n`);
