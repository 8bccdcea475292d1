// What the bot has sent to a chat, and in which way: reply or push, at which attempt, at what cost.
import { html } from 'htm/preact';
import type { ApiCall } from '../../api/call.ts';
import { endpointWords } from './fault-words.ts';
import { clockWords } from './instants.ts';
import type { ToolsState } from './state.ts';

type Props = { calls: readonly ApiCall[]; quota: ToolsState['quota'] | undefined };

export function SentList({ calls, quota }: Props) {
  const carriedOut = calls.filter(({ status, messageIds }) => status === 200 && messageIds.length > 0);
  return html`<h3>Botが送ったもの(新しい順)</h3>
    ${quota && html`<p class="tools-note">今月のプッシュ: ${quota.used}通 / 上限 ${quota.limit ?? 'なし'}</p>`}
    ${carriedOut.length === 0 && html`<p class="tools-note">まだありません。</p>`}
    <ul class="tools-sent" aria-label="Botが送ったもの">
      ${carriedOut.map((call) => html`<${Sent} key=${call.requestId} call=${call} calls=${calls} />`)}
    </ul>`;
}

function Sent({ call, calls }: { call: ApiCall; calls: readonly ApiCall[] }) {
  const attempts =
    call.retryKey === undefined ? 1 : calls.filter(({ retryKey }) => retryKey === call.retryKey).length;
  const notes = [
    ...(attempts > 1 ? [`同じ再試行キーで${attempts}回`] : []),
    ...(call.delivered ? [] : ['相手には届いていない']),
  ];
  return html`<li>
    <p><time>${clockWords(call.at).time}</time> <b>${endpointWords(call.endpoint)}</b> ${notes.join('・')}</p>
    ${wordsIn(call.request).map((words, index) => html`<p key=${index} class="tools-words">${words}</p>`)}
  </li>`;
}

/** What each message says, shortly. Bodies of old calls are not kept. */
function wordsIn(request: unknown): string[] {
  const messages = fieldOf(request, 'messages');
  if (!Array.isArray(messages)) return [];
  return messages.map((message) => {
    const words = fieldOf(message, 'altText') ?? fieldOf(message, 'text') ?? fieldOf(message, 'type');
    return typeof words === 'string' ? words : '';
  });
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
