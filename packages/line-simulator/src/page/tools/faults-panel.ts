// What goes wrong, switched while it runs.
import { html } from 'htm/preact';
import type { DescribedSwitch } from '../../control/switches.ts';
import { control } from '../control.ts';
import { useLive } from '../use-live.ts';
import { FaultForm } from './fault-form.ts';
import { faultWords } from './fault-words.ts';
import { presets, type Situation } from './presets.ts';
import { Press } from './press.ts';
import { QuotaForm } from './quota-form.ts';
import type { ToolsState } from './state.ts';
import { SwitchList } from './switch-list.ts';
import { switchName, valueWords } from './switch-words.ts';
import { type Doing, Outcomes, useDoing } from './use-doing.ts';
import { heldWords, WebhookTricks } from './webhook-tricks.ts';

export function FaultsPanel({ chatId }: { chatId: string | undefined }) {
  const { value: state, error } = useLive<ToolsState>('/state');
  const { value: switches } = useLive<DescribedSwitch[]>('/switches');
  const doing = useDoing();
  if (!state || !switches) return html`<p>${error ?? '読んでいます…'}</p>`;
  const situation = { faults: state.faults, switches };
  return html`<${Outcomes} doing=${doing} />
    <h3>よくある不具合</h3>
    <ul class="tools-presets">
      ${presets.map(
        (preset) => html`<li key=${preset.label}><button type="button" aria-pressed=${preset.isOn(situation)}
          onClick=${() => doing.run(() => preset.toggle(situation))}>${preset.label}</button></li>`,
      )}
    </ul>
    <${FaultsOn} situation=${situation} held=${state.heldWebhooks} doing=${doing} />
    <${Folded} title="呼び出しの不具合を選んで入れる"><${FaultForm} chatId=${chatId} doing=${doing} /><//>
    <${Folded} title="Webhookをもう一度・ためる・順番を変える">
      <${WebhookTricks} chatId=${chatId} held=${state.heldWebhooks} doing=${doing} />
    <//>
    <${Folded} title="月のメッセージ数"><${QuotaForm} quota=${state.quota} doing=${doing} /><//>
    <${Folded} title="細かい切りかえ"><${SwitchList} switches=${switches} doing=${doing} /><//>`;
}

function Folded({ title, children }: { title: string; children?: unknown }) {
  return html`<details class="tools-fold"><summary>${title}</summary>${children}</details>`;
}

type OnProps = { situation: Situation; held: ToolsState['heldWebhooks']; doing: Doing };

function FaultsOn({ situation: { faults, switches }, held, doing }: OnProps) {
  const changed = switches.filter(({ value, normal }) => value !== normal);
  const isNone = faults.length + changed.length === 0 && held === null;
  return html`<h3>いま入っている不具合</h3>
    ${isNone && html`<p class="tools-note">いまは何も入っていません。</p>`}
    <ul class="tools-faults" aria-label="いま入っている不具合">
      ${faults.map(
        (fault) => html`<li key=${fault.id}><span>${faultWords(fault)}</span>
        <${Press} label=${`取り除く: ${faultWords(fault)}`}
          onPress=${() => doing.run(() => control('DELETE', `/faults/${fault.id}`), '取り除きました。')}>取り除く<//></li>`,
      )}
      ${changed.map(
        (one) => html`<li key=${one.name}><span>${switchLine(one)}</span>
        <${Press} label=${`元に戻す: ${switchLine(one)}`}
          onPress=${() => doing.run(() => putBack(one), '元に戻しました。')}>元に戻す<//></li>`,
      )}
      ${
        held !== null &&
        html`<li><span>${heldWords(held)}</span>
        <${Press} onPress=${() => doing.run(letGo, '放しました。')}>放す<//></li>`
      }
    </ul>
    ${!isNone && html`<${Press} onPress=${() => doing.run(allOff, 'すべて元に戻しました。')}>すべて元に戻す<//>`}`;
}

const putBack = ({ name, normal }: DescribedSwitch) => control('PATCH', '/switches', { [name]: normal });

async function allOff(): Promise<void> {
  await control('DELETE', '/faults');
  await control('DELETE', '/switches');
  await letGo();
}

const letGo = () => control('POST', '/webhooks/release', {});

const switchLine = ({ name, value }: DescribedSwitch): string => `${switchName(name)}: ${valueWords(value)}`;
