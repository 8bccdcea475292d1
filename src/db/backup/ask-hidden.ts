// Asks on the terminal for something that nobody else shall see: neither the screen, nor the list of processes, nor the
// shell's history shows what is typed.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

type Terminal = { stdin: NodeJS.ReadStream; stderr: NodeJS.WriteStream };

/** Undefined where there is no terminal, or nothing was typed. Rejects when whoever is asked ends it (Ctrl-C). */
export async function askHidden(
  question: string,
  { stdin, stderr }: Terminal = process,
): Promise<string | undefined> {
  if (!stdin.isTTY) return undefined;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  const ended = new AbortController();
  lines.on('SIGINT', () => ended.abort());
  stderr.write(question);
  try {
    const typed = (await lines.question('', { signal: ended.signal })).trim();
    return typed === '' ? undefined : typed;
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
