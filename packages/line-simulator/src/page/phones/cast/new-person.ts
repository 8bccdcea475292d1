// Asks for a name, and there is somebody new.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PersonState } from '../state.ts';
import { useAsk } from '../use-acts.ts';

export function NewPerson({ onAdded }: { onAdded: (userId: string) => void }) {
  const ask = useAsk();
  const [displayName, setName] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await ask<PersonState>('POST', '/people', { displayName: displayName.trim() });
    if (!done.ok || !done.answer) return;
    setName('');
    onAdded(done.answer.userId);
  };
  return html`<form class="cast-form" onSubmit=${(event: SubmitEvent) => void submit(event)}>
    <label>名前<input value=${displayName} required pattern=".*\\S.*" autocomplete="off"
      onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => setName(event.currentTarget.value)} /></label>
    <button class="button button-main">人を追加</button>
  </form>`;
}
