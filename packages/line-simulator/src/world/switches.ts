// What LINE leaves open, or changes without notice: everything here may be switched at run time.
import { z } from 'zod';

export const switchesSchema = z.object({
  /** Token buckets with the documented numbers. */
  rateLimits: z.boolean(),
  /** Pushes to one person; LINE has such a limit and does not publish it. 0: none. */
  pushesAMinuteToOnePerson: z.number().int().min(0),
  /** Well-formed ids of people nobody knows in a multicast: the reference says both. */
  multicastUnknownIds: z.enum(['ignore', 'refuse']),
  /** Only verified and premium accounts may ask for the ids of their friends and of groups' members. */
  verifiedAccount: z.boolean(),
  /** `chat`: the manager's chat is on, and messages are unread until the bot marks them as read. */
  chatMode: z.enum(['bot', 'chat']),
  /** Off: webhooks are not sent at all (the console's "Use webhook"). */
  useWebhook: z.boolean(),
  /** The account's default rich menu was set in the manager, where the API cannot see it. */
  managerHasDefaultMenu: z.boolean(),
  /** How far LINE is with preparing the films and sounds that people send. */
  transcoding: z.enum(['processing', 'succeeded', 'failed']),
  /** LINE does not say whether a reply refused for its messages uses up the token. */
  validationErrorBurnsReplyToken: z.boolean(),
  /** May the account be invited to groups? (A setting of the account; off for new accounts.) */
  mayJoinGroups: z.boolean(),
  /** `source.userId` of messages in groups is only sent for people who agreed. */
  userIdInGroupMessages: z.boolean(),
  /** Whether postbacks in groups carry it is not documented. */
  userIdInGroupPostbacks: z.boolean(),
  /** `standby`: another channel has the chat; events carry no reply token. */
  mode: z.enum(['active', 'standby']),
  /** Hold each webhook of a chat back until the one before it was answered. LINE itself does not wait. */
  oneWebhookAtATime: z.boolean(),
  /**
   * Webhooks on their way at once, so that a burst does not spend its two seconds in connecting. The clock of
   * a webhook starts when its turn comes.
   */
  openWebhooksAtMost: z.number().int().min(1),
  /** Wait before each webhook, in ms. */
  webhookDelayMs: z.number().int().min(0),
  /** After this long a webhook counts as not answered, in ms. */
  webhookTimeoutMs: z.number().int().min(1),
  /** How often each webhook is posted once more, as networks sometimes do (same event, not marked). */
  duplicateWebhooks: z.number().int().min(0),
  /** How often a webhook that got no 2xx is posted again (marked `isRedelivery`); 0 as in a new channel. */
  redeliveries: z.number().int().min(0),
  redeliverAfterMs: z.number().int().min(0),
  /** Adds a property nobody has heard of to each event and turns the order of its properties round. */
  surprises: z.boolean(),
  /** Puts an event of a type nobody has heard of before each event. */
  surpriseEvents: z.boolean(),
  /** `shuffled`: webhooks that are on their way at the same time overtake each other, redeliveries too. */
  webhookOrder: z.enum(['inOrder', 'shuffled']),
  /** So many events, also of several chats, go into one request. */
  batchWebhooks: z.number().int().min(1),
  /** How long events wait for others to be shuffled or sent with, in ms. */
  gatherWebhooksMs: z.number().int().min(1),
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches: Switches = {
  rateLimits: true,
  pushesAMinuteToOnePerson: 0,
  multicastUnknownIds: 'ignore',
  verifiedAccount: false,
  chatMode: 'bot',
  useWebhook: true,
  managerHasDefaultMenu: false,
  transcoding: 'succeeded',
  validationErrorBurnsReplyToken: false,
  mayJoinGroups: true,
  userIdInGroupMessages: true,
  userIdInGroupPostbacks: true,
  mode: 'active',
  oneWebhookAtATime: true,
  openWebhooksAtMost: 100,
  webhookDelayMs: 0,
  webhookTimeoutMs: 2000,
  duplicateWebhooks: 0,
  redeliveries: 0,
  redeliverAfterMs: 100,
  surprises: false,
  surpriseEvents: false,
  webhookOrder: 'inOrder',
  batchWebhooks: 1,
  gatherWebhooksMs: 50,
};
