// The last webhooks of a chat: what was told, and what came of it.
import { html } from 'htm/preact';
import type { Delivery } from '../../webhooks/deliver.ts';
import { FoldedEntry, Json } from './folded-entry.ts';

const outcomeWords: Readonly<Record<string, string | undefined>> = {
  ok: '届いた',
  request_timeout: '返事が来なかった',
  error_status_code: 'Botがエラーを返した',
  could_not_connect: 'Botにつながらない',
  unclassified: '接続が途中で切れた',
  not_sent: '送らなかった',
};

export function WebhookList({ deliveries }: { deliveries: readonly Delivery[] }) {
  return html`<h3>Webhook(新しい順)</h3>
    ${deliveries.length === 0 && html`<p class="tools-note">まだありません。</p>`}
    ${deliveries.map(
      (delivery) => html`<${FoldedEntry} key=${delivery.id} at=${delivery.at} line=${lineOf(delivery)}
        isBad=${delivery.outcome !== 'ok'} show=${() => html`<${Json} title="イベント" value=${delivery.events} />`} />`,
    )}`;
}

function lineOf({ events, outcome, status, detail, durationMs, isRedelivery }: Delivery): string {
  const types = events.map(({ type }) => type).join('・') || 'イベントなし';
  const again = isRedelivery ? '(再送)' : '';
  const words = outcomeWords[outcome] ?? outcome;
  const more = status ?? detail;
  return `${types}${again}: ${words}${more === undefined ? '' : ` ${more}`}・${Math.round(durationMs)}ms`;
}
