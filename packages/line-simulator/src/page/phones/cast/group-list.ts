// Every group, who is in it, and who may come or go.
import { html } from 'htm/preact';
import type { GroupState, PersonState } from '../state.ts';
import { useAsk } from '../use-acts.ts';

type GroupListProps = {
  groups: readonly GroupState[];
  people: readonly PersonState[];
  onRemove: (group: GroupState) => void;
};

export function GroupList({ groups, people, onRemove }: GroupListProps) {
  return html`<ul class="cast-groups">
    ${groups.map(
      (group) =>
        html`<${GroupCard} key=${group.groupId} group=${group} people=${people} onRemove=${() => onRemove(group)} />`,
    )}
  </ul>`;
}

type GroupCardProps = { group: GroupState; people: readonly PersonState[]; onRemove: () => void };

function GroupCard({ group, people, onRemove }: GroupCardProps) {
  const ask = useAsk();
  const { groupId, name, botIsMember } = group;
  const happen = (act: string) => void ask('POST', `/groups/${groupId}/acts`, { act });
  return html`<li aria-label=${name}>
    <p class="cast-row">
      <span class="cast-who"><strong>${name}</strong>
        <span>${botIsMember ? 'アカウント参加中' : 'アカウントなし'}</span></span>
      <button type="button" class="button" onClick=${() => happen(botIsMember ? 'removesBot' : 'invitesBot')}>
        ${botIsMember ? 'アカウントを外す' : 'アカウントを招待'}</button>
      <button type="button" class="button button-danger" onClick=${onRemove}>削除</button>
    </p>
    <${Members} group=${group} people=${people} />
  </li>`;
}

/** Those who are in the group may leave, the others may be added. */
function Members({ group: { groupId, members }, people }: Pick<GroupCardProps, 'group' | 'people'>) {
  const ask = useAsk();
  const leave = (userId: string) =>
    void ask('POST', `/people/${userId}/acts`, { act: 'leaves', in: groupId });
  const add = (userId: string) => void ask('POST', `/groups/${groupId}/acts`, { act: 'adds', userId });
  return html`<ul class="cast-members">
    ${people.map(({ userId, displayName }) => {
      const isMember = members.includes(userId);
      return html`<li key=${userId}>
        <span class=${isMember ? '' : 'cast-outside'}>${displayName}</span>
        <button type="button" class="button" aria-label=${`${displayName}を${isMember ? '退会させる' : '追加'}`}
          onClick=${() => (isMember ? leave(userId) : add(userId))}>${isMember ? '退会' : '追加'}</button>
      </li>`;
    })}
  </ul>`;
}
