// A dialog of the browser's own: keeps the focus inside, closes with Escape, gives the focus back.

import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Toasts } from './toasts.ts';

type DialogProps = { title: string; onClose: () => void; children?: ComponentChildren };

export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it is still on the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const cancel = (event: Event) => {
    // `cancel` of a file chooser inside bubbles up to here.
    if (event.target !== element.current) return;
    event.preventDefault();
    onClose();
  };
  // While a dialog is open the rest of the page is mute, so it speaks the notices itself.
  return html`<dialog class="dialog" ref=${element} aria-labelledby=${titleId} onCancel=${cancel}>
    <header class="dialog-head">
      <h2 id=${titleId}>${title}</h2>
      <button type="button" class="icon-button" aria-label="閉じる" onClick=${onClose}>×</button>
    </header>
    <div class="dialog-body">${children}</div>
    <${Toasts} />
  </dialog>`;
}

export type ConfirmProps = {
  title: string;
  text: string;
  /** What the button says that does it. */
  doIt: string;
  onDo: () => void;
  onClose: () => void;
};

export function ConfirmDialog({ title, text, doIt, onDo, onClose }: ConfirmProps) {
  return html`<${Dialog} title=${title} onClose=${onClose}>
    <p>${text}</p>
    <p class="dialog-buttons">
      <button type="button" class="button" autofocus onClick=${onClose}>やめる</button>
      <button type="button" class="button button-danger" onClick=${onDo}>${doIt}</button>
    </p>
  <//>`;
}
