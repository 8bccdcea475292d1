// A control call whose answer is kept fresh: asked again after every change.
import { useEffect, useState } from 'preact/hooks';
import { control, listen } from './control.ts';

export type Live<T> = {
  /** The newest answer; undefined before the first. */
  value: T | undefined;
  error: string | undefined;
  isConnected: boolean;
};

/** One connection for the whole page tells everyone who listens. */
const listeners = new Set<() => void>();
const connections = new Set<(isConnected: boolean) => void>();
let stop: (() => void) | undefined;

function subscribe(changed: () => void, connected: (isConnected: boolean) => void): () => void {
  listeners.add(changed);
  connections.add(connected);
  stop ??= listen(
    () => {
      for (const tell of [...listeners]) tell();
    },
    (isConnected) => {
      for (const tell of [...connections]) tell(isConnected);
    },
  );
  return () => {
    listeners.delete(changed);
    connections.delete(connected);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** `path` below `/_control`; undefined asks nothing. Never two calls at once: changes meanwhile ask once more. */
export function useLive<T>(path: string | undefined): Live<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<string>();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    setValue(undefined);
    if (path === undefined) return;
    const asking = createAsking<T>(path, setValue, setError);
    const unsubscribe = subscribe(asking.ask, setConnected);
    asking.ask();
    return () => {
      asking.end();
      unsubscribe();
    };
  }, [path]);
  return { value, error, isConnected };
}

function createAsking<T>(
  path: string,
  tell: (value: T) => void,
  complain: (error: string | undefined) => void,
) {
  let isAsking = false;
  let again = false;
  let ended = false;
  const ask = async () => {
    if (isAsking) {
      again = true;
      return;
    }
    isAsking = true;
    try {
      const value = await control<T>('GET', path);
      if (!ended) {
        tell(value);
        complain(undefined);
      }
    } catch (error) {
      if (!ended) complain(error instanceof Error ? error.message : String(error));
    }
    isAsking = false;
    if (again && !ended) {
      again = false;
      void ask();
    }
  };
  return {
    ask: () => void ask(),
    end() {
      ended = true;
    },
  };
}
