// The chat that is open on a phone: its newest messages, and earlier ones when somebody wants them.
import { useRef, useState } from 'preact/hooks';
import type { OpenChat } from '../../phone/phone.ts';
import { useLive } from '../use-live.ts';

/** However long a chat has become, so much of it is fetched after each change, and so much more at a time. */
const ENTRIES = 200;

/** `chat` is undefined before the first answer. The phone and the chat stay the same as long as it is in use. */
export function useOpenChat(userId: string, chatId: string) {
  const [count, setCount] = useState(ENTRIES);
  const { value } = useLive<OpenChat>(`/people/${userId}/chats/${chatId}/newest/${count}`);
  // What is there stays in sight until the earlier messages have come.
  const last = useRef(value);
  if (value) last.current = value;
  return { chat: last.current, showEarlier: () => setCount(count + ENTRIES) };
}
