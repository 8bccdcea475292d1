// One thing at a time is done, and one hears how it went.
import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';
import { ControlError } from '../control.ts';

export type Doing = {
  isBusy: boolean;
  /** Does it, and then shows `done` or what went wrong. Does nothing while something else is being done. */
  run: (work: () => Promise<unknown>, done?: string) => void;
  outcome: Outcome | undefined;
};
type Outcome = { isProblem: boolean; text: string };

export function useDoing(): Doing {
  const [isBusy, setBusy] = useState(false);
  const isAtIt = useRef(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const doIt = async (work: () => Promise<unknown>, done: string | undefined) => {
    if (isAtIt.current) return;
    isAtIt.current = true;
    setBusy(true);
    setOutcome(undefined);
    try {
      await work();
      if (done !== undefined) setOutcome({ isProblem: false, text: done });
    } catch (error) {
      setOutcome({ isProblem: true, text: complaint(error) });
    }
    isAtIt.current = false;
    setBusy(false);
  };
  return { isBusy, outcome, run: (work, done) => void doIt(work, done) };
}

const complaint = (error: unknown): string =>
  error instanceof ControlError
    ? `できませんでした: ${error.message}`
    : 'シミュレーターにつながりません。動いているか確かめてください。';

/** Both regions are always there: screen readers only speak what is added to a region they know. */
export function Outcomes({ doing: { isBusy, outcome } }: { doing: Doing }) {
  const told = isBusy ? '実行しています…' : outcome?.isProblem === false ? outcome.text : '';
  return html`<div class="tools-outcome">
    <p role="status">${told}</p>
    <p role="alert" class="tools-problem">${outcome?.isProblem ? outcome.text : ''}</p>
  </div>`;
}
