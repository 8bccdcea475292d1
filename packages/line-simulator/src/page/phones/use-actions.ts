// Carries out what a button says: tells the simulator, and does what a phone would do with the answer.
import { html } from 'htm/preact';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Pressed } from '../../acts/press.ts';
import type { Action, RichMenuAction } from '../../messages/actions.ts';
import { LinkDialog, type PickerAction, PickerDialog } from './action-dialogs.ts';
import type { ComposerHandle } from './composer.ts';
import { type Say, useSay } from './toasts.ts';
import type { Act } from './use-acts.ts';

/** The act that taps it: on a message or in the rich menu. */
export type Tapping = Readonly<Record<string, unknown>> & { act: string };

type Asking =
  | { kind: 'picker'; action: PickerAction; tapping: Tapping }
  | { kind: 'link'; uri: string }
  | undefined;

type Parts = { act: Act; composer: RefObject<ComposerHandle | undefined>; now: number };

export function useActions({ act, composer, now }: Parts) {
  const say = useSay();
  const [asking, setAsking] = useState<Asking>();
  const tap = async (tapping: Tapping, action: Action | RichMenuAction, picks?: string) => {
    const done = await act<Pressed>({ ...tapping, action, ...(picks === undefined ? {} : { picks }) });
    if (!done.ok) return;
    if (action.type === 'postback' && action.inputOption === 'openKeyboard')
      composer.current?.fill(action.fillInText ?? '');
    if (done.answer) show(done.answer);
  };
  const show = (pressed: Pressed) => {
    if (pressed.kind === 'uri') openUri(pressed.uri, (uri) => setAsking({ kind: 'link', uri }));
    if (pressed.kind === 'clipboard') void copy(say, pressed.text);
    if (pressed.kind === 'camera' || pressed.kind === 'cameraRoll' || pressed.kind === 'location')
      composer.current?.openMenu(pressed.kind);
  };
  /** Must be called from a tap: browsers open new tabs and write to the clipboard only then. */
  const perform = (tapping: Tapping, action: Action | RichMenuAction) => {
    if (action.type === 'datetimepicker') setAsking({ kind: 'picker', action, tapping });
    else void tap(tapping, action);
  };
  const close = () => setAsking(undefined);
  const pick = (picks: string) => {
    close();
    if (asking?.kind === 'picker') void tap(asking.tapping, asking.action, picks);
  };
  const dialog =
    asking &&
    (asking.kind === 'picker'
      ? html`<${PickerDialog} action=${asking.action} now=${now} onPick=${pick} onClose=${close} />`
      : html`<${LinkDialog} uri=${asking.uri} onCopy=${(text: string) => void copy(say, text)} onClose=${close} />`);
  return { perform, dialog };
}

function openUri(uri: string, showLink: (uri: string) => void): void {
  if (/^https?:/i.test(uri)) window.open(uri, '_blank', 'noopener');
  else showLink(uri);
}

async function copy(say: Say, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say('コピーしました');
  } catch {
    // The browser may not allow it; then the text is at least to be seen.
    say(`コピーできませんでした。文字は次のとおりです: ${text}`, 'error');
  }
}
