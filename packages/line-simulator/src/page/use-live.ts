// A control call whose answer is kept fresh: asked again after every change, drawn again when it is another one.
import { useEffect, useReducer } from 'preact/hooks';
import { createAnswers } from './answers.ts';
import { control, listen } from './control.ts';

type Live<T> = {
  /** The newest answer; undefined before the first. What has not changed in it is the same object as before. */
  value: T | undefined;
  error: string | undefined;
};

const answers = createAnswers({
  ask: (path, signal) => control('GET', path, undefined, signal),
  listen,
});

/** `path` below `/_control`; undefined asks nothing. */
export function useLive<T>(path: string | undefined): Live<T> {
  const redraw = useRedraw();
  const answer = path === undefined ? undefined : answers.read(path);
  useEffect(() => {
    if (path === undefined) return;
    const stop = answers.watch(path, redraw);
    // It may have come between the drawing and now.
    if (answers.read(path) !== answer) redraw();
    return stop;
  }, [path]);
  // What the simulator answers is what its types say: both are of the same version.
  return { value: answer?.value as T | undefined, error: answer?.error };
}

/** Is the simulator there? */
export function useConnected(): boolean {
  const redraw = useRedraw();
  useEffect(() => answers.watchConnection(redraw), []);
  return answers.isConnected;
}

const useRedraw = (): (() => void) => {
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  return () => redraw(undefined);
};
