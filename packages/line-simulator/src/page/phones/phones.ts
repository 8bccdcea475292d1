// The phones side by side. Where there is no room for all, they are swiped, or called by their tab.
import { html } from 'htm/preact';
import type { OpenPhones } from './open-phones.ts';
import { PhoneFrame } from './phone.ts';
import type { State } from './state.ts';
import { isOneByOne } from './use-front.ts';

type PhonesProps = {
  state: State;
  open: OpenPhones;
  missed: ReadonlyMap<string, string>;
  /** Place of the phone that was touched last. */
  chosen: number;
  onChoose: (place: number) => void;
};

export function Phones({ state, open, missed, chosen, onChoose }: PhonesProps) {
  return html`<div class="phones">
    ${open.phones.map((phone, place) => {
      const person = state.people.find(({ userId }) => userId === phone.userId);
      // The last phone swiped into view is the one in hand; side by side, the one that was touched.
      const seen = (isSeen: boolean) => isSeen && isOneByOne().matches && onChoose(place);
      return (
        person &&
        html`<${PhoneFrame} key=${phone.userId} ...${{ place, phone, person, state, open, missed }}
          isChosen=${place === chosen} onChoose=${() => onChoose(place)} onSeen=${seen} />`
      );
    })}
  </div>`;
}
