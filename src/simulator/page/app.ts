// The whole page: phones, and beside them the tools.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { useLive } from './use-live.ts';

type State = { people: { userId: string; displayName: string }[] };

export function App() {
  const { value: state } = useLive<State>('/state');
  const [chosen] = useState(0);
  return html`<main><h1>LINEシミュレーター</h1><p>${chosen} ${state?.people.map(({ displayName }) => displayName).join(' ')}</p></main>`;
}
