// What `npm run demo` does: stays up with everything ready to be played with, or plays once and ends.
import { type Demo, startDemo } from './demo.ts';
import { play } from './play.ts';
import { setStage } from './set-stage.ts';

type Values = Readonly<Record<string, string | undefined>>;

/**
 * `words` are for stdout; `close` is missing when everything has ended already. Played once, it begins on the business
 * day after `now`.
 */
export async function runDemo(
  values: Values,
  officesDir: string,
  once: boolean,
  now = new Date(),
): Promise<{ words: string; close?: () => Promise<void> }> {
  // Played once, any free port does: a server may well be running on the usual ones.
  const ports = once ? { PORT: '0', SIMULATOR_PORT: '0' } : {};
  const demo = await startDemo({ ...ports, ...values }, officesDir);
  try {
    if (!once) {
      await setStage(demo);
      return { words: invitation(demo, values), close: demo.close };
    }
    const words = await play(demo, now);
    await demo.close();
    return { words };
  } catch (error) {
    await demo.close();
    throw error;
  }
}

const invitation = ({ simulator, serverOrigin, enrolmentCode }: Demo, values: Values): string =>
  [
    `Open this in a browser: ${simulator.origin}/`,
    'Two phones are ready: a mother who has not added the account yet, and a clerk in the group of the staff.',
    enrolmentCode === undefined
      ? 'An admin chat is enrolled already; if it is another one, type a code from 「招待」 there into the new group.'
      : 'The group is the admin chat, and its first Zoom room is entered.',
    `The server listens on ${serverOrigin}. ${whereKept(values)} Ctrl+C ends it.`,
  ].join('\n');

/** Said every time, so that nobody plays on the records of a real office for long. */
function whereKept({ DATABASE_URL, DATA_DIR }: Values): string {
  if (DATABASE_URL) return 'Everything is written to the database of DATABASE_URL; nothing is sent to LINE.';
  const place = DATA_DIR && DATA_DIR !== 'memory' ? `kept in ${DATA_DIR}` : 'forgotten when it ends';
  return `Nothing leaves this machine, and everything is ${place}.`;
}
