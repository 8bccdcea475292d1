// What `npm run demo` does: plays once and ends, or stays up to be played with.
import { readOffice } from '../config/office.ts';
import { type Demo, startDemo } from './demo.ts';
import { play } from './play.ts';

type Values = Readonly<Record<string, string | undefined>>;

/** `words` are for stdout; `close` is missing when everything has ended already. */
export async function runDemo(
  values: Values,
  officesDir: string,
  once: boolean,
): Promise<{ words: string; close?: () => Promise<void> }> {
  // Played once, any free port does: a server may well be running on the usual ones.
  const ports = once ? { PORT: '0', SIMULATOR_PORT: '0' } : {};
  const demo = await startDemo({ ...ports, ...values }, officesDir);
  if (!once) return { words: invitation(demo), close: demo.close };
  try {
    const office = readOffice(values.OFFICE || 'hamamatsu', officesDir);
    return { words: await play(demo, office, new Date()) };
  } finally {
    await demo.close();
  }
}

const invitation = ({ simulator, serverOrigin, enrolmentCode }: Demo): string =>
  [
    `The server listens on ${serverOrigin}, its LINE platform on ${simulator.origin}. Nothing leaves this machine.`,
    `Control calls (people, groups, what they say and press, faults): src/simulator/README.md`,
    `The code that makes a group the admin chat: ${enrolmentCode ?? '(one is enrolled already)'}`,
    `Time: PUT ${serverOrigin}/dev/clock {"now":"2026-12-01T09:50:00+09:00"}. Ctrl+C ends it.`,
  ].join('\n');
