// The menus below the chat: whether LINE has them as this version of the product draws them.
import { findMenus, reachLine } from '../../../richmenu/line-menus.ts';
import { type Plan, planMenus } from '../../../richmenu/plan.ts';
import { MenuTrouble } from '../../../richmenu/trouble.ts';
import { wantedMenus } from '../../../richmenu/wanted.ts';
import { broken, type Check, type Finding, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import { notAnswered } from '../line-trouble.ts';

export const richMenu: Check = {
  name: 'rich menu',
  needs: ['office profile', 'channel access token'],
  async run(context) {
    try {
      return readPlan(await planFor(context));
    } catch (error) {
      if (!(error instanceof MenuTrouble)) throw error;
      if (error.failure !== undefined) return notAnswered('The menus in LINE', error.failure);
      return warning(`The menus in LINE could not be read: ${error.message}`, 'Run the doctor again later.');
    }
  },
};

async function planFor({ environment, office }: Context): Promise<Plan> {
  const env = environment();
  const line = reachLine({
    channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN,
    apiBaseUrl: env.LINE_API_BASE_URL,
    timeoutMs: env.LINE_TIMEOUT_MS,
  });
  return planMenus(wantedMenus(office()), await findMenus(line));
}

const fix = 'Run: npm run richmenu';

function readPlan({ steps, deployed }: Plan): Finding {
  const hasOlder = steps.some(({ does }) => does === 'remove');
  if (steps.length === 0) return right('Both menus are up to date, and the usual one is shown to everybody.');
  if (steps.every(({ does }) => does === 'remove' || does === 'movePeople')) {
    return warning('Menus of an older version are left over in LINE.', fix);
  }
  // After an upgrade: people have menus, and all taps still work.
  if (hasOlder) return warning('LINE shows menus of an older version.', fix);
  if (deployed.size === 0) return broken('LINE does not have the menus of this version.', fix);
  return broken('The menus in LINE are only partly those of this version.', fix);
}
