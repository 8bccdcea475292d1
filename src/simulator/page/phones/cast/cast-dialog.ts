// Who there is: people, groups, and the way back to nobody.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { ConfirmDialog, type ConfirmProps, Dialog } from '../dialog.ts';
import type { GroupState, PersonState, State } from '../state.ts';
import { useSay } from '../toasts.ts';
import { useAsk } from '../use-acts.ts';
import { GroupList } from './group-list.ts';
import { NewGroup } from './new-group.ts';
import { NewPerson } from './new-person.ts';
import { PeopleList } from './people-list.ts';

type CastDialogProps = {
  state: State;
  onAdded: (userId: string) => void;
  onClose: () => void;
};

export function CastDialog({ state: { people, groups }, onAdded, onClose }: CastDialogProps) {
  const [question, setQuestion] = useState<Pick<ConfirmProps, 'title' | 'text' | 'doIt' | 'onDo'>>();
  const removing = useRemoving(() => setQuestion(undefined));
  const doneAsking = () => setQuestion(undefined);
  return html`<${Dialog} title="人とグループ" onClose=${onClose}>
    <section aria-label="人">
      <h3>人</h3>
      <${PeopleList} people=${people} onRemove=${(person: PersonState) => setQuestion(removing.person(person))} />
      <${NewPerson} onAdded=${onAdded} />
    </section>
    <section aria-label="グループ">
      <h3>グループ</h3>
      <${GroupList} groups=${groups} people=${people}
        onRemove=${(group: GroupState) => setQuestion(removing.group(group))} />
      ${people.length > 0 && html`<${NewGroup} people=${people} />`}
    </section>
    <section aria-label="はじめから">
      <h3>はじめから</h3>
      <button type="button" class="button button-danger" onClick=${() => setQuestion(removing.all)}>すべて消す</button>
    </section>
    ${question && html`<${ConfirmDialog} ...${question} onClose=${doneAsking} />`}
  <//>`;
}

/** What is asked before something goes for good. */
function useRemoving(done: () => void) {
  const ask = useAsk();
  const say = useSay();
  const carryOut = async (method: 'POST' | 'DELETE', path: string, words: string) => {
    done();
    if ((await ask(method, path)).ok) say(words);
  };
  return {
    person: ({ userId, displayName }: PersonState) => ({
      title: `${displayName}を削除しますか`,
      text: 'この人とのトークも消えます。元に戻せません。',
      doIt: '削除する',
      onDo: () => void carryOut('DELETE', `/people/${userId}`, `${displayName}を削除しました`),
    }),
    group: ({ groupId, name }: GroupState) => ({
      title: `${name}を削除しますか`,
      text: 'グループのトークも消えます。元に戻せません。',
      doIt: '削除する',
      onDo: () => void carryOut('DELETE', `/groups/${groupId}`, `${name}を削除しました`),
    }),
    all: {
      title: 'すべて消しますか',
      text: '人・グループ・トークがすべて消えます。元に戻せません。',
      doIt: 'すべて消す',
      onDo: () => void carryOut('POST', '/reset', 'すべて消しました'),
    },
  };
}
