import { join } from 'node:path';
import { runDemo } from '../../src/demo/run-demo.ts';

export const offices = join(import.meta.dirname, '../../offices');
export const anyPorts = { PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'error' };

/** The demo with these variables; `get` asks the simulator's tools. */
export async function start(values: Record<string, string>) {
  const { words, close } = await runDemo({ ...anyPorts, ...values }, offices, false);
  const [, origin] = /^Open this in a browser: (http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(words) ?? [];
  const get = async <T>(path: string) => (await (await fetch(`${origin}/_control${path}`)).json()) as T;
  return { origin, words, get, close: close ?? (async () => {}) };
}
