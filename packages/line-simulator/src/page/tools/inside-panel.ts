// A look inside the chosen chat: where the bot stands, and what went over the wire.
import { html } from 'htm/preact';
import type { BotView } from '../../control/bot.ts';
import type { Traffic } from '../../control/traffic.ts';
import { useLive } from '../use-live.ts';
import { CallList } from './call-list.ts';
import { Drawing } from './drawing.ts';
import { SentList } from './sent-list.ts';
import type { ToolsState } from './state.ts';
import { WebhookList } from './webhook-list.ts';

export function InsidePanel({ chatId }: { chatId: string | undefined }) {
  const path = chatId && encodeURIComponent(chatId);
  const { value: view, error } = useLive<BotView>(path && `/bot/chats/${path}`);
  const { value: traffic } = useLive<Traffic>(path && `/chats/${path}/traffic`);
  const { value: state } = useLive<ToolsState>('/state');
  if (chatId === undefined) return html`<p class="tools-note">トークを選ぶと、その中が見えます。</p>`;
  return html`<${BotPart} view=${view} failure=${error} />
    ${
      traffic &&
      html`<${SentList} calls=${traffic.calls} quota=${state?.quota} />
      <${WebhookList} deliveries=${traffic.deliveries} />
      <${CallList} title="Botの呼び出し(新しい順)" calls=${traffic.calls} />
      <${CallList} title="どのトークのものでもない呼び出し" calls=${traffic.others} />`
    }`;
}

function BotPart({ view, failure }: { view: BotView | undefined; failure: string | undefined }) {
  const error = view?.error ?? failure;
  if (error !== undefined) return html`<p class="tools-problem">Botの中は見えません: ${error}</p>`;
  if (!view) return html`<p>読んでいます…</p>`;
  if (!view.isKnown)
    return html`<p class="tools-note">Botは、このトークについて何も出していません(まだ何も話していないか、開発用の入口がありません)。</p>`;
  return html`${view.charts.map((chart) => html`<${Drawing} key=${chart.title} chart=${chart} />`)}
    <h3>わかっていること</h3>
    <dl class="tools-facts">
      ${view.facts.map(({ name, value }) => html`<div key=${name}><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>`;
}
