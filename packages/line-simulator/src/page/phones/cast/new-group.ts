// Asks who is to be in a new group.
import { html } from 'htm/preact';
import type { GroupState, PersonState } from '../state.ts';
import { useAsk } from '../use-acts.ts';

export function NewGroup({ people }: { people: readonly PersonState[] }) {
  const ask = useAsk();
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const name = String(data.get('name')).trim();
    const done = await ask<GroupState>('POST', '/groups', { name, members: data.getAll('member') });
    if (!done.ok || !done.answer) return;
    form.reset();
    if (data.has('invites')) await ask('POST', `/groups/${done.answer.groupId}/acts`, { act: 'invitesBot' });
  };
  return html`<form class="cast-form" onSubmit=${(event: SubmitEvent & { currentTarget: HTMLFormElement }) => void submit(event)}>
    <label>グループの名前<input name="name" required pattern=".*\\S.*" autocomplete="off" /></label>
    <fieldset>
      <legend>メンバー</legend>
      ${people.map(
        ({ userId, displayName }) =>
          html`<label key=${userId} class="cast-check"><input type="checkbox" name="member" value=${userId} />${displayName}</label>`,
      )}
    </fieldset>
    <label class="cast-check"><input type="checkbox" name="invites" defaultChecked />アカウントも招待する</label>
    <button class="button button-main">グループを作る</button>
  </form>`;
}
