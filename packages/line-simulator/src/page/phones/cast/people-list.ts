// Everybody, whether they have the account as a friend, and what can be changed about it.
import { html } from 'htm/preact';
import type { Friendship } from '../../../world/chats.ts';
import { Avatar } from '../avatar.ts';
import type { PersonState } from '../state.ts';
import { useAsk } from '../use-acts.ts';

type Step = { words: string; act: string; doIt: string };

const STEPS: Readonly<Record<Friendship, Step>> = {
  none: { words: '友だちではない', act: 'follow', doIt: '友だち追加' },
  friend: { words: '友だち', act: 'unfollow', doIt: 'ブロック' },
  blocked: { words: 'ブロック中', act: 'unblock', doIt: 'ブロック解除' },
};

type PeopleListProps = { people: readonly PersonState[]; onRemove: (person: PersonState) => void };

export function PeopleList({ people, onRemove }: PeopleListProps) {
  const ask = useAsk();
  return html`<ul class="cast-list">
    ${people.map((person) => {
      const { userId, displayName, friendship } = person;
      const { words, act, doIt } = STEPS[friendship];
      return html`<li key=${userId} aria-label=${displayName}>
        <${Avatar} name=${displayName} />
        <span class="cast-who"><strong>${displayName}</strong><span>${words}</span></span>
        <button type="button" class="button" onClick=${() => void ask('POST', `/people/${userId}/acts`, { act })}>${doIt}</button>
        <button type="button" class="button button-danger" onClick=${() => onRemove(person)}>削除</button>
      </li>`;
    })}
  </ul>`;
}
