// Which phones are open, and which chat on each. Kept in the address, so that a reload finds them again.
import { useEffect, useState } from 'preact/hooks';
import type { State } from './state.ts';
import {
  firstPhones,
  type OpenPhone,
  phoneTakenUp,
  readHash,
  stillThere,
  writeHash,
} from './which-phones.ts';

export type OpenPhones = {
  phones: OpenPhone[];
  /** Opens a chat on that phone; undefined: back to the list. */
  showChat(place: number, chatId: string | undefined): void;
  /** Puts somebody else's phone in its place. */
  hand(place: number, userId: string): void;
  open(userId: string): void;
  close(place: number): void;
};

export function useOpenPhones(state: State): OpenPhones {
  const [saved, setSaved] = useState(() => readHash(location.hash));
  useEffect(() => {
    const read = () => setSaved(readHash(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const known = stillThere(saved, state);
  const phones = known.length === 0 ? firstPhones(state) : known;
  const takenUp = (userId: string) => phoneTakenUp(state, userId);
  const keep = (next: OpenPhone[]) => {
    history.replaceState(null, '', writeHash(next));
    setSaved(next);
  };
  return {
    phones,
    showChat: (place, chatId) =>
      keep(phones.map((phone, at) => (at === place ? { ...phone, chatId } : phone))),
    hand: (place, userId) => keep(phones.map((phone, at) => (at === place ? takenUp(userId) : phone))),
    open: (userId) => keep([...phones.filter((phone) => phone.userId !== userId), takenUp(userId)]),
    close: (place) => keep(phones.filter((_, at) => at !== place)),
  };
}
