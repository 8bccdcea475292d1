// The body of the endpoints that issue and verify tokens: a form, as OAuth has it.
import type { ReadBody } from './parse-json.ts';
import { refusal } from './refusal.ts';

/** The fields by name; of a name that comes twice the last one counts. */
export function parseForm(contentType: string | undefined, { bytes }: ReadBody): Record<string, string> {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw refusal(400, `The content type, ${contentType ?? ''}, is not supported`);
  return Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString('utf8')));
}
