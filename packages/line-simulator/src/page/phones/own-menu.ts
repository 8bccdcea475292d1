// What people can do with a message they sent: take it back, and in groups change its words.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PersonEntry } from '../../world/chats.ts';
import { Dialog } from './dialog.ts';
import { MenuButton } from './menu-button.ts';

export type OwnMenuProps = {
  entry: PersonEntry;
  canEdit: boolean;
  onUnsend: (messageId: string) => void;
  onEdit: (messageId: string, text: string) => void;
};

export function OwnMenu({ entry, canEdit, onUnsend, onEdit }: OwnMenuProps) {
  const [isEditing, setEditing] = useState(false);
  const { text } = entry.message;
  const editing = canEdit && typeof text === 'string' ? [{ text: '編集', run: () => setEditing(true) }] : [];
  const items = [...editing, { text: '送信取消', run: () => onUnsend(entry.id), isDangerous: true }];
  const save = (changed: string) => {
    setEditing(false);
    onEdit(entry.id, changed);
  };
  return html`<${MenuButton} label="このメッセージの操作" className="chat-own-menu" items=${items}>…<//>
    ${isEditing && html`<${EditDialog} text=${String(text)} onSave=${save} onClose=${() => setEditing(false)} />`}`;
}

type EditProps = { text: string; onSave: (text: string) => void; onClose: () => void };

function EditDialog({ text, onSave, onClose }: EditProps) {
  const [changed, setChanged] = useState(text);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSave(changed);
  };
  return html`<${Dialog} title="メッセージの編集" onClose=${onClose}>
    <form class="dialog-form" onSubmit=${submit}>
      <label>新しい文<textarea rows="3" autofocus required value=${changed}
        onInput=${(event: InputEvent & { currentTarget: HTMLTextAreaElement }) => setChanged(event.currentTarget.value)}></textarea></label>
      <p class="dialog-buttons">
        <button type="button" class="button" onClick=${onClose}>やめる</button>
        <button class="button button-main">編集する</button>
      </p>
    </form>
  <//>`;
}
