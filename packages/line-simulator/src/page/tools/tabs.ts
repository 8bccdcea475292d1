// Tabs as the ARIA practices describe them: one stop for the Tab key, arrows, Home and End choose.
import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useKeptFocus } from '../use-kept-focus.ts';

export type Tab = { id: string; name: string; panel: ComponentChildren };

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [chosenId, choose] = useState(tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const own = useId();
  const chosen = tabs.find(({ id }) => id === chosenId);
  const walk = (event: KeyboardEvent) => {
    const to = placeAfter(
      event.key,
      tabs.findIndex(({ id }) => id === chosenId),
      tabs.length,
    );
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs[to]?.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return html`<div class="tools-tabs" role="tablist" aria-label=${label} ref=${list} onKeyDown=${walk}>
      ${tabs.map(
        ({ id, name }) => html`<button key=${id} type="button" role="tab" id=${`${own}-${id}`}
          aria-selected=${id === chosenId} aria-controls=${`${own}-panel`} tabindex=${id === chosenId ? 0 : -1}
          onClick=${() => choose(id)}>${name}</button>`,
      )}
    </div>
    <div class="tools-panel" role="tabpanel" id=${`${own}-panel`} aria-labelledby=${`${own}-${chosenId}`} tabindex="0"
      ref=${panel}>
      ${chosen?.panel}
    </div>`;
}

function placeAfter(key: string, now: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (now + 1) % count;
  if (key === 'ArrowLeft') return (now - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
