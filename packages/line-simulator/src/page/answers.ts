// Answers of control calls that are kept fresh while somebody on the page looks at them, and shared by all who do.
import { keepSame } from './keep-same.ts';

/** The newest answer (undefined before the first), and why there is no newer one. */
export type Answer = { value: unknown; error: string | undefined };

export type AnswersParts = {
  /** Rejects with an error whose message may be shown. */
  ask: (path: string, signal: AbortSignal) => Promise<unknown>;
  /** Tells of every change, and of the connection. Returns how to stop. */
  listen: (changed: () => void, connected: (isConnected: boolean) => void) => () => void;
};

export type Answers = {
  /** The same object until the answer is another one. */
  read(path: string): Answer;
  /** From now on `tell` is called whenever the answer is another one. Returns how to stop. */
  watch(path: string, tell: () => void): () => void;
  readonly isConnected: boolean;
  watchConnection(tell: () => void): () => void;
};

const NOTHING: Answer = { value: undefined, error: undefined };

/** What is asked for, however many look at it, is asked for once; the connection is open while anybody looks. */
export function createAnswers({ ask, listen }: AnswersParts): Answers {
  const watched = new Map<string, Watched>();
  const connectionWatchers = new Set<() => void>();
  let isConnected = true;
  let hangUp: (() => void) | undefined;
  const changed = () => {
    for (const one of watched.values()) one.refresh();
  };
  const connected = (isThere: boolean) => {
    isConnected = isThere;
    for (const tell of [...connectionWatchers]) tell();
  };
  const forget = (path: string) => {
    watched.get(path)?.end();
    watched.delete(path);
    if (watched.size > 0) return;
    hangUp?.();
    hangUp = undefined;
  };
  return {
    read: (path) => watched.get(path)?.answer ?? NOTHING,
    watch(path, tell) {
      hangUp ??= listen(changed, connected);
      const one = watched.get(path) ?? watchPath((signal) => ask(path, signal));
      watched.set(path, one);
      one.watchers.add(tell);
      return () => {
        one.watchers.delete(tell);
        if (one.watchers.size === 0) forget(path);
      };
    },
    get isConnected() {
      return isConnected;
    },
    watchConnection(tell) {
      connectionWatchers.add(tell);
      return () => connectionWatchers.delete(tell);
    },
  };
}

type Watched = {
  answer: Answer;
  watchers: Set<() => void>;
  /** Never two calls at once: changes meanwhile ask once more. */
  refresh(): void;
  end(): void;
};

function watchPath(ask: (signal: AbortSignal) => Promise<unknown>): Watched {
  const ending = new AbortController();
  let isAsking = false;
  let again = false;
  const put = (answer: Answer) => {
    if (answer.value === watched.answer.value && answer.error === watched.answer.error) return;
    watched.answer = answer;
    for (const tell of [...watched.watchers]) tell();
  };
  const refresh = async () => {
    again = isAsking;
    if (isAsking) return;
    isAsking = true;
    const answer = await answerOf(ask(ending.signal), watched.answer.value);
    isAsking = false;
    if (ending.signal.aborted) return;
    put(answer);
    if (again) void refresh();
  };
  const watched: Watched = {
    answer: NOTHING,
    watchers: new Set(),
    refresh: () => void refresh(),
    end: () => ending.abort(),
  };
  watched.refresh();
  return watched;
}

/** What was known stays where there is no answer. */
async function answerOf(asked: Promise<unknown>, known: unknown): Promise<Answer> {
  try {
    return { value: keepSame(known, await asked), error: undefined };
  } catch (error) {
    return { value: known, error: error instanceof Error ? error.message : String(error) };
  }
}
