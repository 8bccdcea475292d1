// People add the account, block it, take it back.
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { Friendship, PersonRecord } from '../world/chats.ts';
import { chatOfActor, mustExist, noteDown, tellBot } from './record.ts';

type Step = {
  from: readonly Friendship[];
  to: Friendship;
  type: string;
  what: string;
  isUnblocked?: boolean;
};

const STEPS = {
  follow: {
    from: ['none', 'friend'],
    to: 'friend',
    type: 'follow',
    what: 'added the account',
    isUnblocked: false,
  },
  unfollow: { from: ['friend', 'none'], to: 'blocked', type: 'unfollow', what: 'blocked the account' },
  unblock: {
    from: ['blocked'],
    to: 'friend',
    type: 'follow',
    what: 'unblocked the account',
    isUnblocked: true,
  },
} as const satisfies Record<string, Step>;

/** Throws when it cannot be: a person who has blocked the account has to unblock it, not add it. */
export function befriend(
  platform: Platform,
  person: PersonRecord,
  name: keyof typeof STEPS,
): Promise<Delivery> {
  mustExist(platform, person);
  const step: Step = STEPS[name];
  if (!step.from.includes(person.friendship))
    throw new Error(`${person.displayName} cannot ${name} now: the friendship is '${person.friendship}'.`);
  person.friendship = step.to;
  const actor = { person };
  noteDown(platform, chatOfActor(platform, actor), `${person.displayName} ${step.what}`);
  const fields = step.isUnblocked === undefined ? {} : { follow: { isUnblocked: step.isUnblocked } };
  return tellBot(platform, actor, { type: step.type, replyable: step.type === 'follow', fields });
}
