// A fault of one's own making: which call, what happens to it, how often.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { control } from '../control.ts';
import { useLive } from '../use-live.ts';
import { endpointWords, howWords, whenWords } from './fault-words.ts';
import { fieldsOf, NumberField, Select } from './fields.ts';
import type { Doing } from './use-doing.ts';

export function FaultForm({ chatId, doing }: { chatId: string | undefined; doing: Doing }) {
  const { value: endpoints = [] } = useLive<string[]>('/endpoints');
  const [how, setHow] = useState('500');
  const submit = (event: Event) => {
    const { endpoint, when, where, times, seconds } = fieldsOf(event);
    const fault = {
      how,
      when,
      ...(endpoint && { endpoint }),
      ...(where === 'here' && { chatId }),
      ...(times && { times: Number(times) }),
      ...(seconds && { delayMs: Math.round(Number(seconds) * 1000) }),
    };
    doing.run(() => control('POST', '/faults', fault), '入れました。');
  };
  return html`<form class="tools-form" onSubmit=${submit}>
    <${Select} label="どの呼び出し" name="endpoint"
      options=${[['', endpointWords(undefined)], ...endpoints.map((name) => [name, endpointWords(name)])]} />
    <${Select} label="どうなる" name="how" value=${how} onChange=${setHow} options=${Object.entries(howWords)} />
    ${how === 'slow' && html`<${NumberField} label="何秒おくれる" name="seconds" value=${3} />`}
    <${Select} label="いつ" name="when" options=${Object.entries(whenWords)} />
    <${Select} label="どこで" name="where" options=${[
      ['', 'すべてのトーク'],
      ...(chatId === undefined ? [] : [['here', '選んでいるトークだけ']]),
    ]} />
    <${NumberField} label="何回" name="times" value=${1} min=${1} placeholder="ずっと" />
    <button type="submit">入れる</button>
  </form>`;
}
