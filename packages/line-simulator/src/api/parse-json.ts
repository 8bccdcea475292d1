// The body of a POST: JSON, said to be JSON, at most 2 MB (reference: status-codes, error-messages).
import { isTooDeep } from './nesting.ts';
import { refusal } from './refusal.ts';

export const BODY_BYTES_MAX = 2 * 1024 * 1024;

/** What arrived; `tooLarge` when it was more than anyone wants to read. */
export type ReadBody = { bytes: Uint8Array; tooLarge: boolean };

export function parseJson(contentType: string | undefined, body: ReadBody): unknown {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw refusal(400, `The content type, ${contentType ?? ''}, is not supported`);
  if (body.tooLarge) throw refusal(413, 'Request Entity Too Large');
  try {
    return readJson(body.bytes);
  } catch (error) {
    throw refusal(400, `The request body could not be parsed as JSON (${placeOf(error)})`);
  }
}

/** Throws a TypeError on what is no UTF-8, a SyntaxError on what is no JSON, a RangeError on what nests too deep. */
export function readJson(bytes: Uint8Array): unknown {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (isTooDeep(value)) throw new RangeError('The JSON nests too deep.');
  return value;
}

/** Node tells line and column of most syntax errors. */
function placeOf(error: unknown): string {
  const found = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null;
  return `line: ${found?.[1] ?? '-'}, column: ${found?.[2] ?? '-'}`;
}
