// Webhooks once more, kept back, let go in another order.
import { html } from 'htm/preact';
import type { Traffic } from '../../control/traffic.ts';
import { control } from '../control.ts';
import { useLive } from '../use-live.ts';
import { MINUTE_MS } from './instants.ts';
import { Press } from './press.ts';
import type { Doing } from './use-doing.ts';

type Props = { chatId: string | undefined; held: number | null; doing: Doing };

export function WebhookTricks({ chatId, held, doing }: Props) {
  const { value: traffic } = useLive<Traffic>(chatId && `/chats/${encodeURIComponent(chatId)}/traffic`);
  const newest = traffic?.deliveries[0]?.events.at(-1)?.webhookEventId;
  const again = (call: 'duplicate' | 'redeliver') =>
    doing.run(() => control('POST', `/webhooks/${call}`, { webhookEventId: newest }), '送りました。');
  return html`<div class="tools-buttons">
      <${Press} isOff=${newest === undefined} onPress=${() => again('duplicate')}>最後のWebhookをもう一度<//>
      <${Press} isOff=${newest === undefined} onPress=${() => again('redeliver')}>最後のWebhookを再送<//>
    </div>
    <p class="tools-note">${held === null ? 'Webhookはそのまま届きます。' : `${heldWords(held)}。`}</p>
    <div class="tools-buttons">
      ${held === null ? html`<${Hold} doing=${doing} />` : html`<${Release} doing=${doing} />`}
    </div>`;
}

export const heldWords = (held: number): string => `Webhookをためています(${held}件)`;

const Hold = ({ doing }: { doing: Doing }) =>
  html`<${Press} onPress=${() => doing.run(() => control('POST', '/webhooks/hold'), 'ためはじめました。')}>Webhookをためる<//>`;

/** After 20 minutes an event's reply token is over, however late the event is delivered. */
const TOKENS_OVER_MS = 21 * MINUTE_MS;

function Release({ doing }: { doing: Doing }) {
  const release = (how: object) => doing.run(() => control('POST', '/webhooks/release', how), '放しました。');
  const tooLate = async () => {
    await control('PUT', '/time', { forwardMs: TOKENS_OVER_MS });
    await control('POST', '/webhooks/release', {});
  };
  const button = (label: string, act: () => void) => html`<${Press} onPress=${act}>${label}<//>`;
  return html`${button('順番どおりに放す', () => release({}))}
    ${button('逆の順番で放す', () => release({ order: 'reversed' }))}
    ${button('ばらばらに放す', () => release({ order: 'shuffled' }))}
    ${button('1回にまとめて放す', () => release({ together: true }))}
    ${button('返信トークンが切れてから放す(21分後)', () => doing.run(tooLate, '21分進めて、放しました。'))}`;
}
