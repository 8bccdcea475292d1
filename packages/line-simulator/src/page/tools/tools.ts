// Beside the phones: time, what goes wrong, and a look inside. Always about the chat that is chosen.
import { html } from 'htm/preact';
import { ChosenChat } from './chosen-chat.ts';
import { FaultsPanel } from './faults-panel.ts';
import { InsidePanel } from './inside-panel.ts';
import { Tabs } from './tabs.ts';
import { TimePanel } from './time-panel.ts';

type ToolsProps = {
  /** Whose phone is looked at. */
  person: string | undefined;
  /** Which chat on it; left out: the one with the account. */
  chatId: string | undefined;
};

export function Tools({ person, chatId = person }: ToolsProps) {
  const tabs = [
    { id: 'time', name: '時間', panel: html`<${TimePanel} chatId=${chatId} />` },
    { id: 'faults', name: '不具合', panel: html`<${FaultsPanel} chatId=${chatId} />` },
    { id: 'inside', name: '中を見る', panel: html`<${InsidePanel} chatId=${chatId} />` },
  ];
  return html`<section class="tools" aria-label="道具">
    <${ChosenChat} person=${person} chatId=${chatId} /><${Tabs} label="道具" tabs=${tabs} />
  </section>`;
}
