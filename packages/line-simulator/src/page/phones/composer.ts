// Where people write, and send everything else they can send.
import { html } from 'htm/preact';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MenuButton } from './menu-button.ts';
import { useSendables } from './sendables.ts';
import type { Act } from './use-acts.ts';

/** What buttons in the chat may ask of the composer. */
export type ComposerHandle = {
  openMenu(what: 'camera' | 'cameraRoll' | 'location'): void;
  /** Puts words there to be finished and sent. */
  fill(text: string): void;
};

type ComposerProps = {
  /** Of the chat on this phone; what was begun is kept under it. */
  draftKey: string;
  title: string;
  act: Act;
  handle: RefObject<ComposerHandle | undefined>;
};

const drafts = new Map<string, string>();

export function Composer({ draftKey, title, act, handle }: ComposerProps) {
  const { text, setText, send } = useDraft(draftKey, act);
  const field = useRef<HTMLTextAreaElement>(null);
  const openMenu = useRef<((text?: string) => void) | undefined>(undefined);
  const { items, chooser, nameOf } = useSendables(act);
  useEffect(() => {
    handle.current = {
      openMenu: (what) => openMenu.current?.(nameOf[what]),
      fill(words) {
        setText(words);
        field.current?.focus();
      },
    };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the choice of kanji sends nothing; Safari tells of it by the key code alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
    field.current?.focus();
  };
  return html`<form class="chat-composer" onSubmit=${submit}>
    <${MenuButton} label="写真やスタンプを送る" items=${items} opener=${openMenu}>＋<//>
    ${chooser}
    <textarea ref=${field} rows="1" placeholder="メッセージを入力" aria-label=${`${title}へのメッセージ`} value=${text}
      onInput=${(event: InputEvent & { currentTarget: HTMLTextAreaElement }) => setText(event.currentTarget.value)}
      onKeyDown=${onKeyDown}></textarea>
    <button class="button button-main" disabled=${text.trim() === ''}>送信</button>
  </form>`;
}

function useDraft(key: string, act: Act) {
  const [text, setShown] = useState(drafts.get(key) ?? '');
  const setText = (words: string) => {
    drafts.set(key, words);
    setShown(words);
  };
  const send = async () => {
    if (text.trim() === '') return;
    setText('');
    const { ok } = await act({ act: 'says', text });
    // What was not taken is not lost, unless something else was begun meanwhile.
    if (!ok && drafts.get(key) === '') setText(text);
  };
  return { text, setText, send };
}
