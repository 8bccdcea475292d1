// How many messages may still be sent this month.
import { broken, type Check, type Finding, right, warning } from '../check.ts';
import { notAnswered } from '../line-trouble.ts';
import { count } from '../sentences.ts';

const fewLeftFrom = 0.8;

export const quota: Check = {
  name: 'message quota',
  needs: ['channel access token'],
  async run({ account }) {
    const answer = await account().quota();
    return answer.kind === 'done' ? readQuota(answer.value) : notAnswered('The quota', answer);
  },
};

const largerPlan =
  'Take a larger plan in LINE Official Account Manager (an office of a local government may ask for the plan without a limit).';

function readQuota({ limit, used }: { limit: number | undefined; used: number }): Finding {
  if (limit === undefined) return right(`The plan has no limit; ${count(used, 'message')} this month.`);
  const share = `${count(used, 'message')} of ${limit.toLocaleString('en')} are used this month`;
  if (used >= limit) {
    return broken(
      `The quota is used up (${share}): reminders and news for staff are not sent until the first.`,
      largerPlan,
    );
  }
  if (used >= limit * fewLeftFrom) {
    return warning(`${share}; a message to a group counts once for each member.`, largerPlan);
  }
  return right(`${share}.`);
}
