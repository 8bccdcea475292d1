// The channel of the account: its access token, its chat mode, and the clock that both sides must share.
import type { Failure } from '../../line/call-outcome.ts';
import { broken, type Check, type Finding, notChecked, note, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import { wordsFor } from '../line-trouble.ts';

export const channelToken: Check = {
  name: 'channel access token',
  needs: ['environment'],
  async run({ info, environment }) {
    const { answer } = await info();
    if (answer.kind === 'done')
      return right(`LINE knows the token: the account is ${answer.value.info.basicId}.`);
    const origin = environment().LINE_API_BASE_URL ?? 'https://api.line.me';
    return broken(`LINE could not be asked: ${wordsFor(answer)}.`, mendFor(answer, origin));
  },
};

const consoleTab = 'in the LINE Developers console, tab "Messaging API"';

function mendFor(failure: Failure, origin: string): string {
  switch (failure.kind) {
    case 'refused':
      return refusedMend(failure, origin);
    case 'broken':
      return `Copy the channel access token again, ${consoleTab}: LINE_CHANNEL_ACCESS_TOKEN may hold a letter, a quotation mark or a line break that does not belong there.`;
    case 'unreached':
      return `Let this machine open connections to ${origin} (firewall, proxy, DNS), and run the doctor again.`;
    case 'unknown':
      return failure.why === 'garbled'
        ? `Let ${origin} be LINE itself: leave LINE_API_BASE_URL empty, and let no proxy answer in its place.`
        : `Run the doctor again in a few minutes; if it stays so, look whether a proxy stands between this machine and ${origin}.`;
    case 'rateLimited':
    case 'quotaReached':
      return 'Run the doctor again in an hour.';
  }
}

function refusedMend({ code }: Extract<Failure, { kind: 'refused' }>, origin: string): string {
  if (code === 'unauthorized')
    return `Issue a new channel access token ${consoleTab}, put it into LINE_CHANNEL_ACCESS_TOKEN, and restart the server.`;
  if (code === 'forbidden')
    return 'Set LINE_CHANNEL_ACCESS_TOKEN to a token of the Messaging API channel of this account, not of a LINE Login channel.';
  return `Look whether ${origin} is LINE itself: leave LINE_API_BASE_URL empty for the real account.`;
}

/** A reply token lives a minute; reminders and closing times are cut to the minute. */
const skewMs = 30_000;
const japanIsAheadMs = 9 * 60 * 60 * 1000;

export const clock: Check = {
  name: 'clock',
  needs: ['channel access token'],
  async run({ info, machine }): Promise<Finding> {
    if (machine.japanIsAheadMs !== japanIsAheadMs) {
      return broken(
        'The time zone data of Node.js does not know the time of Japan.',
        'Start the server with npm start, which brings a Node.js with all time zones, and take NODE_ICU_DATA out of the environment.',
      );
    }
    const { answer, receivedAt } = await info();
    const answeredAt = answer.kind === 'done' ? answer.value.answeredAt : undefined;
    if (answeredAt === undefined) return notChecked('LINE did not say what time it is.');
    const ahead = receivedAt.getTime() - answeredAt.getTime();
    if (Math.abs(ahead) <= skewMs) return right('The clock goes with that of LINE.');
    const direction = ahead > 0 ? 'ahead of' : 'behind';
    return broken(
      `The clock of this machine is ${Math.round(Math.abs(ahead) / 1000)} s ${direction} that of LINE.`,
      'Turn on time synchronisation (timedatectl set-ntp true).',
    );
  },
};

export const chatMode: Check = {
  name: 'chat mode',
  needs: ['channel access token'],
  async run({ info }: Context) {
    const { answer } = await info();
    if (answer.kind !== 'done') return notChecked('LINE did not say how the account answers.');
    if (answer.value.info.chatMode === 'bot')
      return right('Chat is off in the manager: nobody answers by hand beside the bot.');
    return warning(
      'Chat is on in LINE Official Account Manager: its auto-reply, or a person there, answers beside the bot.',
      'Turn off "Chat" under Settings > Response settings in LINE Official Account Manager.',
    );
  },
};

/** What no call can read. */
export const byHand: Check = {
  name: 'settings that only the manager shows',
  needs: [],
  run: () =>
    note(
      'Look yourself, LINE tells no program: in LINE Official Account Manager "Greeting message" and "Auto-reply messages" are off, and in the LINE Developers console, tab "Messaging API", "Webhook redelivery" and "Allow bot to join group chats" are on.',
    ),
};
