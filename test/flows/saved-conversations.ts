// The conversations in saved/: what a chat's row holds while a question stands. One file a flow and version;
// a file is only ever added to, so that it stays what older servers wrote.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flows } from '../../flows/index.ts';
import { nameOf, rests, statesOf } from './walk.ts';

export const savedHome = join(import.meta.dirname, 'saved');

type Value = string | { [state: string]: Value };
const value: z.ZodType<Value> = z.lazy(() => z.union([z.string(), z.record(z.string(), value)]));
const saved = z.strictObject({
  flow: z.string(),
  version: z.string(),
  value,
  context: z.record(z.string(), z.json()),
});
export type SavedConversation = z.infer<typeof saved>;

export const readSaved = (): SavedConversation[] =>
  readdirSync(savedHome)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(saved).parse(JSON.parse(readFileSync(join(savedHome, name), 'utf8'))));

/** One conversation for each place in which a conversation of today's flows can rest. */
export const restingConversations = (): SavedConversation[] =>
  Object.values(flows).flatMap((machine) => {
    const places = new Map(
      statesOf(machine)
        .filter(rests)
        .map((state) => [nameOf(state), state]),
    );
    return [...places.values()].map(({ value, context }) =>
      saved.parse({ flow: machine.id, version: machine.version, value, context }),
    );
  });

export const placeOf = ({ flow, version, value }: SavedConversation): string =>
  `${flow} ${version} ${JSON.stringify(value)}`;
