// What goes wrong most, ready to be switched on and off again.
import type { DescribedSwitch } from '../../control/switches.ts';
import type { Fault, NewFault } from '../../rules/faults.ts';
import { control } from '../control.ts';

export type Situation = { faults: readonly Fault[]; switches: readonly DescribedSwitch[] };

type Preset = {
  label: string;
  isOn(situation: Situation): boolean;
  /** On if it is off, and off if it is on. */
  toggle(situation: Situation): Promise<unknown>;
};

export const presets: readonly Preset[] = [
  fault('返信が1回失敗する', { endpoint: 'reply', how: '500', times: 1 }),
  fault('返信は届くが、Botには失敗に見える', { endpoint: 'reply', how: 'reset', when: 'after', times: 1 }),
  fault('プッシュが1回時間切れになる', { endpoint: 'push', how: 'timeout', times: 1 }),
  fault('プッシュの上限に達した', { endpoint: 'push', how: '429-quota' }),
  fault('送りすぎと1回言われる', { how: '429-rate', times: 1 }),
  fault('LINEの返事がおそい(3秒)', { how: 'slow', delayMs: 3000 }),
  switched('Webhookが2回届く', { duplicateWebhooks: 1 }),
  switched('Webhookが遅れて届く(5秒)', { webhookDelayMs: 5000 }),
  switched('失敗したWebhookが再送される', { redeliveries: 3 }),
  switched('グループで、だれの発言かわからない', {
    userIdInGroupMessages: false,
    userIdInGroupPostbacks: false,
  }),
  switched('知らない項目が混ざる', { surprises: true }),
  switched('別の窓口が対応中(standby)', { mode: 'standby' }),
];

function fault(label: string, wanted: NewFault): Preset {
  const isThis = (one: Fault) =>
    one.chatId === undefined &&
    one.endpoint === wanted.endpoint &&
    one.how === wanted.how &&
    one.when === (wanted.when ?? 'before');
  return {
    label,
    isOn: ({ faults }) => faults.some(isThis),
    toggle({ faults }) {
      const on = faults.filter(isThis);
      if (on.length === 0) return control('POST', '/faults', wanted);
      return Promise.all(on.map(({ id }) => control('DELETE', `/faults/${id}`)));
    },
  };
}

type Wanted = Readonly<Record<string, DescribedSwitch['value']>>;

function switched(label: string, wanted: Wanted): Preset {
  const isOn = ({ switches }: Situation) =>
    Object.entries(wanted).every(([name, value]) =>
      switches.some((one) => one.name === name && one.value === value),
    );
  const normal = ({ switches }: Situation): Wanted =>
    Object.fromEntries(
      switches.filter(({ name }) => Object.hasOwn(wanted, name)).map((one) => [one.name, one.normal]),
    );
  return {
    label,
    isOn,
    toggle: (situation) => control('PATCH', '/switches', isOn(situation) ? normal(situation) : wanted),
  };
}
