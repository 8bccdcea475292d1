// The top of the page: tabs where phones do not fit side by side, and what concerns everybody.
import { html } from 'htm/preact';
import { MenuButton, type MenuItem } from './menu-button.ts';
import type { OpenPhones } from './open-phones.ts';
import { PhoneTabs } from './phone-tabs.ts';
import type { State } from './state.ts';
import { type Front, focusPhone } from './use-front.ts';

type AppBarProps = { state: State; open: OpenPhones; front: Front; onCast: () => void };

export function AppBar({ state, open, front, onCast }: AppBarProps) {
  const next = state.people.find(({ userId }) => !open.phones.some((phone) => phone.userId === userId));
  const openNext = (userId: string) => {
    open.open(userId);
    front.show(open.phones.length);
    focusPhone(open.phones.length);
  };
  const more: MenuItem[] = next ? [{ text: '電話を増やす', run: () => openNext(next.userId) }] : [];
  const items: MenuItem[] = [{ text: '人とグループ', run: onCast }, ...more];
  return html`<header class="app-bar">
    <h1>LINEシミュレーター</h1>
    <${PhoneTabs} phones=${open.phones} front=${front} />
    <div class="app-bar-buttons">
      ${items.map(
        ({ text, run }) =>
          html`<button key=${text} type="button" class="button" onClick=${run}>${text}</button>`,
      )}
    </div>
    <div class="app-bar-menu"><${MenuButton} label="人と電話" items=${items}>⋮<//></div>
  </header>`;
}
