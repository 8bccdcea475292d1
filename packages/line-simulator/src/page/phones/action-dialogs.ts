// What a phone asks or shows when an action needs more than a tap.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Action } from '../../messages/actions.ts';
import { Dialog } from './dialog.ts';
import { inputValueOf } from './times.ts';

export type PickerAction = Extract<Action, { type: 'datetimepicker' }>;
type PickerProps = {
  action: PickerAction;
  /** ms on the platform's clock: where the picker stands when the bot does not say. */
  now: number;
  onPick: (value: string) => void;
  onClose: () => void;
};

const INPUTS = { date: 'date', time: 'time', datetime: 'datetime-local' } as const;
const TITLES = { date: '日付を選ぶ', time: '時刻を選ぶ', datetime: '日時を選ぶ' } as const;

export function PickerDialog({ action, now, onPick, onClose }: PickerProps) {
  const { mode } = action;
  // LINE takes a small t between date and time as well; inputs do not.
  const [min, max, initial] = [action.min, action.max, action.initial].map((value) => value?.toUpperCase());
  const [value, setValue] = useState(initial ?? within(today(mode, now), min, max));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onPick(value);
  };
  const range = [min && `${min} から`, max && `${max} まで`].filter(Boolean).join(' ').replaceAll('T', ' ');
  return html`<${Dialog} title=${TITLES[mode]} onClose=${onClose}>
    <form class="dialog-form" onSubmit=${submit}>
      <label>${action.label || TITLES[mode]}<input type=${INPUTS[mode]} autofocus required value=${value} min=${min} max=${max}
        onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => setValue(event.currentTarget.value)} /></label>
      ${range && html`<p class="dialog-hint">${range}</p>`}
      <p class="dialog-buttons">
        <button type="button" class="button" onClick=${onClose}>やめる</button>
        <button class="button button-main">決める</button>
      </p>
    </form>
  <//>`;
}

function today(mode: PickerAction['mode'], now: number): string {
  const whole = inputValueOf(now);
  if (mode === 'datetime') return whole;
  return mode === 'date' ? whole.slice(0, 10) : whole.slice(11);
}

function within(value: string, min: string | undefined, max: string | undefined): string {
  if (min !== undefined && value < min) return min;
  return max !== undefined && value > max ? max : value;
}

type LinkProps = { uri: string; onCopy: (text: string) => void; onClose: () => void };

/** A phone number or an address inside LINE: said, not followed. */
export function LinkDialog({ uri, onCopy, onClose }: LinkProps) {
  const isCall = uri.startsWith('tel:');
  const target = isCall ? uri.slice('tel:'.length) : uri;
  return html`<${Dialog} title=${isCall ? '電話' : 'LINEの中のページ'} onClose=${onClose}>
    <p>${isCall ? '電話をかけます: ' : 'LINEアプリで開きます: '}<strong class="dialog-target">${target}</strong></p>
    <p class="dialog-hint">${isCall ? 'ここでは実際には発信しません。' : 'ここでは開けません。'}</p>
    <p class="dialog-buttons">
      <button type="button" class="button" onClick=${() => onCopy(target)}>コピー</button>
      <button type="button" class="button button-main" autofocus onClick=${onClose}>わかりました</button>
    </p>
  <//>`;
}
