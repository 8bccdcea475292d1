// A tap as the data string of a LINE postback, and back. What comes back may be forged or years old.
import type { Tap } from '../messages/message.ts';
import { demand, limits } from './limits.ts';

const fieldName = /^[a-zA-Z]\w*$/;

/** URL-encoded fields, the event first. Throws a `LimitError` above 300 characters, an Error for an odd field name. */
export function encodeTap(tap: Tap): string {
  const { event, ...facts } = tap;
  const odd = Object.keys(facts).find((name) => !fieldName.test(name));
  if (odd !== undefined) throw new Error(`A tap cannot carry a field named ${JSON.stringify(odd)}.`);
  const fields = Object.entries(facts).map(([name, value]): [string, string] => [name, String(value)]);
  const data = new URLSearchParams([['event', event], ...fields]).toString();
  demand('data of a postback', data.length);
  return data;
}

/** The fields as strings, or undefined for what no tap of ours can have been. Never throws. */
export function decodeTap(data: string): Record<string, string> | undefined {
  if (data.length > limits['data of a postback'].max) return undefined;
  const fields = [...new URLSearchParams(data)].filter(([name]) => fieldName.test(name));
  const tap = Object.fromEntries(fields);
  return tap.event ? tap : undefined;
}
