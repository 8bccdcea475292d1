// The whole page: phones, and beside them the tools.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Missed } from '../control/webhooks.ts';
import { AppBar } from './phones/app-bar.ts';
import { CastDialog } from './phones/cast/cast-dialog.ts';
import { NewPerson } from './phones/cast/new-person.ts';
import { missedByChat, NO_URL } from './phones/missed-webhooks.ts';
import { type OpenPhones, useOpenPhones } from './phones/open-phones.ts';
import { Phones } from './phones/phones.ts';
import type { State } from './phones/state.ts';
import { ToasterProvider, Toasts, useToaster } from './phones/toasts.ts';
import { type Front, useFront } from './phones/use-front.ts';
import { Tools } from './tools/tools.ts';
import { useConnected, useLive } from './use-live.ts';

export function App() {
  const { value: state } = useLive<State>('/state');
  const isConnected = useConnected();
  const toaster = useToaster();
  return html`<${ToasterProvider} value=${toaster}>
    <div class="app">
      <div role="alert">${!isConnected && html`<p class="app-lost">${LOST}</p>`}</div>
      ${state ? html`<${Page} state=${state} />` : html`<h1>LINEシミュレーター</h1>`}
      <${Toasts} />
    </div>
  <//>`;
}

const LOST = 'シミュレーターとの接続が切れました。自動でつなぎ直しています…';

function Page({ state }: { state: State }) {
  const { value: missed = [] } = useLive<Missed[]>('/webhooks/missed');
  const open = useOpenPhones(state);
  const front = useFront(open.phones.length);
  const [isCasting, setCasting] = useState(false);
  const missedWords = missedByChat(missed, state.webhookUrl);
  return html`<${AppBar} ...${{ state, open, front }} onCast=${() => setCasting(true)} />
    ${state.webhookUrl === null && html`<p class="app-note">${NO_URL}</p>`}
    <${Desk} ...${{ state, open, front }} missed=${missedWords} />
    ${isCasting && html`<${CastDialog} state=${state} onAdded=${open.open} onClose=${() => setCasting(false)} />`}`;
}

type DeskProps = {
  state: State;
  open: OpenPhones;
  front: Front;
  missed: ReadonlyMap<string, string>;
};

function Desk({ state, open, front, missed }: DeskProps) {
  const phone = open.phones[front.chosen];
  return html`<main class=${`app-desk ${front.showsTools ? 'app-desk-tools' : ''}`}>
    ${
      open.phones.length === 0
        ? html`<${Nobody} onAdded=${open.open} />`
        : html`<${Phones} ...${{ state, open, missed }} chosen=${front.chosen} onChoose=${front.choose} />`
    }
    <div class="app-tools"><${Tools} person=${phone?.userId} chatId=${phone?.chatId} /></div>
  </main>`;
}

const Nobody = ({
  onAdded,
}: {
  onAdded: (userId: string) => void;
}) => html`<section class="app-nobody" aria-label="はじめに">
  <h2>まだだれもいません</h2>
  <p>名前を入れて「人を追加」を押すと、その人の電話がここに出ます。グループは「人とグループ」で作れます。</p>
  <${NewPerson} onAdded=${onAdded} />
</section>`;
