// Which phones are open, and which chat on each. Kept in the address, so that a reload finds them again.
import { useEffect, useState } from 'preact/hooks';
import type { State } from './state.ts';

/** Without a chat the phone shows its list of chats. A person has one phone. */
export type OpenPhone = { userId: string; chatId?: string | undefined };

/** `#U1:C1,U2:U2,U3`; anything else gives phones of nobody, which `stillThere` leaves out. */
export function readHash(hash: string): OpenPhone[] {
  const parts = hash
    .replace(/^#/, '')
    .split(',')
    .filter((part) => part !== '');
  return parts.map((part) => {
    const [userId = '', chatId] = part.split(':');
    return { userId, chatId: chatId || undefined };
  });
}

export const writeHash = (phones: readonly OpenPhone[]): string =>
  `#${phones.map(({ userId, chatId }) => (chatId ? `${userId}:${chatId}` : userId)).join(',')}`;

type Cast = Pick<State, 'people' | 'groups'>;

/** Without phones of people who are gone, and on the list where the chat is gone. */
export function stillThere(phones: readonly OpenPhone[], { people, groups }: Cast): OpenPhone[] {
  const canSee = ({ userId, chatId }: OpenPhone) =>
    chatId === userId ||
    groups.some(({ groupId, members }) => groupId === chatId && members.includes(userId));
  return phones
    .filter(({ userId }) => people.some((person) => person.userId === userId))
    .map((phone) => (canSee(phone) ? phone : { userId: phone.userId }));
}

const groupOf = ({ groups }: Cast, userId: string): string | undefined =>
  groups.find(({ members }) => members.includes(userId))?.groupId;

/** The first person with the account; the second in a group, if there is one. */
export function firstPhones(cast: Cast): OpenPhone[] {
  return cast.people.slice(0, 2).map(({ userId }, place) => {
    const group = place === 0 ? undefined : groupOf(cast, userId);
    return { userId, chatId: group ?? userId };
  });
}

/** Somebody's phone when it is taken up: who is no friend of the account most likely talks in a group. */
export function phoneTakenUp(cast: Cast, userId: string): OpenPhone {
  const isStranger = cast.people.some((one) => one.userId === userId && one.friendship === 'none');
  return { userId, chatId: (isStranger && groupOf(cast, userId)) || userId };
}

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
