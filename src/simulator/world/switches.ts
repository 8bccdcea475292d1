// What LINE leaves open, or changes without notice: everything here may be switched at run time.
import { z } from 'zod';

export const switchesSchema = z.object({
  /** Token buckets with the documented numbers. */
  rateLimits: z.boolean(),
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
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches: Switches = {
  rateLimits: true,
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
};
