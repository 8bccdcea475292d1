// The rich menus on the demo's platform, as `npm run richmenu` puts them up in LINE.

import type { Simulator } from 'line-simulator';
import { reachLine } from '../../richmenu/line-menus.ts';
import { bringUpToDate } from '../../richmenu/run-richmenu.ts';
import { wantedMenus } from '../../richmenu/wanted.ts';
import type { Office } from '../config/office.ts';

const timeoutMs = 10_000;

/** Rejects with what the platform had against them. */
export async function putUpMenus({ origin, channel }: Simulator, office: Office): Promise<void> {
  const line = reachLine({ channelAccessToken: channel.accessToken, apiBaseUrl: origin, timeoutMs });
  const { words, exitCode } = await bringUpToDate({ line, wanted: wantedMenus(office) }, false);
  if (exitCode !== 0) throw new Error(words);
}
