// `npm run conversations:save` adds what is missing in saved/: run it when a flow has a new state or a
// new version. What is there stays as it is.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf, readSaved, restingConversations, savedHome } from './saved-conversations.ts';

const before = readSaved();
const known = new Set(before.map(placeOf));
const all = [
  ...before,
  ...restingConversations().filter((conversation) => !known.has(placeOf(conversation))),
];

for (const [file, conversations] of Map.groupBy(all, ({ flow, version }) => `${flow}-${version}.json`)) {
  writeFileSync(join(savedHome, file), `${JSON.stringify(conversations, null, 2)}\n`);
}
process.stdout.write(`${all.length - before.length} conversations added to ${savedHome}\n`);
