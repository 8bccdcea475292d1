// Short notices at the edge of the screen, also spoken by screen readers.

import { html } from 'htm/preact';
import { createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

type Kind = 'info' | 'error';
type Toast = { id: number; text: string; kind: Kind };
export type Say = (text: string, kind?: Kind) => void;

type Toaster = { toasts: readonly Toast[]; say: Say; dismiss: (id: number) => void };

const ToasterContext = createContext<Toaster>({ toasts: [], say: () => {}, dismiss: () => {} });
export const ToasterProvider = ToasterContext.Provider;

const SHOWN_MS = { info: 4000, error: 12_000 };
let lastId = 0;

export function useToaster(): Toaster {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const say = useCallback<Say>(
    (text, kind = 'info') => {
      lastId += 1;
      const id = lastId;
      setToasts((all) => [...all.filter((one) => one.text !== text), { id, text, kind }].slice(-3));
      setTimeout(() => dismiss(id), SHOWN_MS[kind]);
    },
    [dismiss],
  );
  return { toasts, say, dismiss };
}

export const useSay = (): Say => useContext(ToasterContext).say;

/** Both regions are always there: screen readers only speak what is added to a region they know. */
export function Toasts() {
  const { toasts, dismiss } = useContext(ToasterContext);
  const draw = (kind: Kind) =>
    toasts
      .filter((toast) => toast.kind === kind)
      .map(
        ({ id, text }) => html`<p key=${id} class=${`toast toast-${kind}`}>
          <span>${text}</span>
          <button type="button" class="icon-button" aria-label="閉じる" onClick=${() => dismiss(id)}>×</button>
        </p>`,
      );
  return html`<div class="toasts">
    <div role="status">${draw('info')}</div>
    <div role="alert">${draw('error')}</div>
  </div>`;
}
