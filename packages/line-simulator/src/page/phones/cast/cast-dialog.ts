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
  const doneAsking = () => setQuestion(undefined);
  const removing = useRemoving(doneAsking, onClose);
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
      ${
        people.length > 0
          ? html`<${NewGroup} people=${people} />`
          : html`<p>人を追加すると、グループを作れます。</p>`
      }
    </section>
    ${
      people.length + groups.length > 0 &&
      html`<section aria-label="はじめから">
        <h3>はじめから</h3>
        <button type="button" class="button button-danger" onClick=${() => setQuestion(removing.all)}>すべて消す</button>
      </section>`
    }
    ${question && html`<${ConfirmDialog} ...${question} onClose=${doneAsking} />`}
  <//>`;
}

/** What is asked before something goes for good. */
function useRemoving(done: () => void, onAllGone: () => void) {
  const ask = useAsk();
  const say = useSay();
  const carryOut = async (method: 'POST' | 'DELETE', path: string, words: string) => {
    done();
    const { ok } = await ask(method, path);
    if (ok) say(words);
    return ok;
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
      text: '人・グループ・トーク・不具合の設定がすべて消えます。元に戻せません。ボットが覚えていることは消えないので、ボットもはじめからにするには起動し直してください。',
      doIt: 'すべて消す',
      onDo: async () => {
        if (await carryOut('POST', '/reset', 'すべて消しました')) onAllGone();
      },
    },
  };
}
