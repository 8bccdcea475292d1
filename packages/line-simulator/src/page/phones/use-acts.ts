// What the page asks of the simulator, with its complaints shown as notices.
import { useCallback } from 'preact/hooks';
import { ControlError, control } from '../control.ts';
import { type Say, useSay } from './toasts.ts';

/**
 * An act is answered when the bot has answered, which may be never. The act itself is done at once and shows by
 * itself; waiting longer would only use up the few connections that a browser opens to one address.
 */
const ANSWER_WITHIN_MS = 3000;

export type Done<T> = { ok: true; answer: T | undefined } | { ok: false };

/** `ok` also when the simulator is still waiting for the bot; then there is no answer. */
export type Ask = <T>(method: 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Done<T>>;

export function useAsk(): Ask {
  const say = useSay();
  return useCallback((method, path, body) => ask(say, method, path, body), [say]);
}

async function ask<T>(say: Say, method: 'POST' | 'DELETE', path: string, body: unknown): Promise<Done<T>> {
  try {
    const answer = await control<T>(method, path, body, AbortSignal.timeout(ANSWER_WITHIN_MS));
    return { ok: true, answer };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return { ok: true, answer: undefined };
    say(complaint(error), 'error');
    return { ok: false };
  }
}

const complaint = (error: unknown): string =>
  error instanceof ControlError
    ? `できませんでした: ${error.message}`
    : 'シミュレーターにつながりません。動いているか確かめてください。';

/** What a person does; `in` is added where it is done in a group. */
export type Act = <T>(act: Readonly<Record<string, unknown>> & { act: string }) => Promise<Done<T>>;

export function useAct(userId: string, chatId: string | undefined): Act {
  const request = useAsk();
  const place = chatId === undefined || chatId === userId ? {} : { in: chatId };
  return (act) => request('POST', `/people/${userId}/acts`, { ...act, ...place });
}
