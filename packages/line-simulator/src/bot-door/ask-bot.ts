// One call to the bot's door. Whatever goes wrong becomes one sentence that may be shown.

/** The bot does not answer, or not as it should; nothing is known of it then. The message may be shown. */
export class BotDoorError extends Error {
  override name = 'BotDoorError';
}

export type DoorAnswer = { status: number; body: unknown };
type Call = { method: 'GET' | 'PUT'; url: string; body?: unknown; timeoutMs: number };

/** Any status but 5xx is an answer; `body` is undefined where it is no JSON. Rejects with BotDoorError. */
export async function askBot({ method, url, body, timeoutMs }: Call): Promise<DoorAnswer> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_HEADERS }),
    });
    const text = await response.text();
    if (response.status >= 500)
      throw new BotDoorError(`The bot failed: ${method} ${url} ${response.status}.`);
    return { status: response.status, body: parsed(text) };
  } catch (error) {
    throw error instanceof BotDoorError ? error : new BotDoorError(whatHappened(error, url, timeoutMs));
  }
}

const JSON_HEADERS = { 'content-type': 'application/json' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whatHappened(error: unknown, url: string, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `The bot did not answer at ${url} within ${timeoutMs} ms.`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return `The bot cannot be reached at ${url}: ${cause}`;
}
