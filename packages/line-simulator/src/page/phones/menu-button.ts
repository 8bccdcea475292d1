// A button that opens a small list of things to do. The browser closes it: with Escape, or a click elsewhere.

import { html } from 'htm/preact';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export type MenuItem = { text: string; run: () => void; isDangerous?: boolean };

type MenuButtonProps = {
  label: string;
  items: readonly MenuItem[];
  className?: string;
  /** Filled with a way to open the menu from outside, with the focus on the item of that text. */
  opener?: RefObject<((text?: string) => void) | undefined>;
  children?: ComponentChildren;
};

export function MenuButton({ label, items, className = 'icon-button', opener, children }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = (text?: string) => {
    if (!panel.current || !button.current) return;
    panel.current.showPopover();
    putBeside(panel.current, button.current);
    const place = Math.max(
      0,
      items.findIndex((item) => item.text === text),
    );
    panel.current.querySelectorAll('button')[place]?.focus();
  };
  useEffect(() => {
    if (opener) opener.current = open;
  });
  const choose = ({ run }: MenuItem) => {
    panel.current?.hidePopover();
    button.current?.focus();
    run();
  };
  return html`<button type="button" ref=${button} class=${className} aria-label=${label} aria-haspopup="true"
      aria-expanded=${isOpen} onClick=${() => (isOpen ? panel.current?.hidePopover() : open())}>${children}</button>
    <div popover="auto" class="menu" ref=${panel} role="group" aria-label=${label}
      onToggle=${(event: ToggleEvent) => setOpen(event.newState === 'open')} onKeyDown=${walk}>
      ${items.map(
        (item) => html`<button key=${item.text} type="button" class=${item.isDangerous ? 'menu-danger' : ''}
          onClick=${() => choose(item)}>${item.text}</button>`,
      )}
    </div>`;
}

/** Below the button, or above it where there is no room below; never beyond the window. */
function putBeside(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const top = at.bottom + height + 8 < innerHeight ? at.bottom + 4 : Math.max(8, at.top - height - 4);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}

function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const now = buttons.findIndex((one) => one.matches(':focus'));
  buttons.at((now + step) % buttons.length)?.focus();
}
