// The calls to LINE about rich menus, each ending in time, and in a value or in a MenuTrouble.
import { createHash } from 'node:crypto';
import { LineBotClient, type messagingApi } from '@line/bot-sdk';
import type { RefusalCode } from '../src/line/call-outcome.ts';
import { attempt, type LineClientOptions } from '../src/line/client.ts';
import type { Found, FoundMenu } from './plan.ts';
import { MenuTrouble, troubleWith } from './trouble.ts';
import { isOurs } from './wanted.ts';

export type LineMenus = {
  readonly sdk: LineBotClient;
  /** `asked`: the end of "LINE was asked to …". Rejects with MenuTrouble. */
  ask<T>(asked: string, call: Promise<T>): Promise<T>;
};

export function reachLine({ channelAccessToken, apiBaseUrl, timeoutMs }: LineClientOptions): LineMenus {
  const origin = apiBaseUrl === undefined ? {} : { apiBaseURL: apiBaseUrl, dataApiBaseURL: apiBaseUrl };
  return {
    sdk: LineBotClient.fromChannelAccessToken({ channelAccessToken, ...origin }),
    async ask(asked, call) {
      const outcome = await attempt(call, timeoutMs);
      if (outcome.kind === 'done') return outcome.value;
      throw troubleWith(asked, outcome);
    },
  };
}

/** Rejects with MenuTrouble. */
export async function findMenus(line: LineMenus): Promise<Found> {
  const { richmenus } = await line.ask('list its menus', line.sdk.getRichMenuList());
  const menus: FoundMenu[] = [];
  // One after the other: an account with many old versions should not be asked for all pictures at once.
  for (const { richMenuId, name } of richmenus.filter((menu) => isOurs(menu.name)))
    menus.push({ richMenuId, name, hasPicture: await hasPicture(line, richMenuId) });
  const { aliases } = await line.ask('list the short names of menus', line.sdk.getRichMenuAliasList());
  return {
    menus,
    aliases: new Map(aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId])),
    defaultMenu: await findDefault(line),
  };
}

/** LINE has no other way to tell than to begin sending it. */
async function hasPicture({ sdk, ask }: LineMenus, richMenuId: string): Promise<boolean> {
  const show = ask(`show the picture of ${richMenuId}`, sdk.getRichMenuImage(richMenuId));
  const picture = await unless(show, { notFound: 'none' } as const);
  if (picture === 'none') return false;
  picture.destroy();
  return true;
}

/** https://developers.line.biz/en/reference/messaging-api/#get-default-rich-menu-id */
async function findDefault({ sdk, ask }: LineMenus): Promise<Found['defaultMenu']> {
  const tell = ask('tell which menu everybody sees', sdk.getDefaultRichMenuId());
  const found = await unless(tell, { notFound: 'none', forbidden: 'manager' } as const);
  return typeof found === 'string' ? found : { richMenuId: found.richMenuId };
}

/** Some refusals are answers. */
async function unless<T, Other>(
  asking: Promise<T>,
  answers: Readonly<Partial<Record<RefusalCode, Other>>>,
): Promise<T | Other> {
  try {
    return await asking;
  } catch (error) {
    const failure = error instanceof MenuTrouble ? error.failure : undefined;
    const answer = failure?.kind === 'refused' ? answers[failure.code] : undefined;
    if (answer === undefined) throw error;
    return answer;
  }
}

/**
 * Resolves with the id under which its progress can be asked for: LINE does it later. A run that did not hear of it, or
 * that failed half-way, is gone on with by the same order under the same key (reference: batch-control-rich-menus-of-users).
 */
export async function movePeople(
  { sdk, ask }: LineMenus,
  asked: string,
  operations: messagingApi.RichMenuBatchOperation[],
): Promise<string> {
  const { httpResponse } = await ask(
    asked,
    sdk.richMenuBatchWithHttpInfo({ operations, resumeRequestKey: keyOf(operations) }),
  );
  return httpResponse.headers.get('x-line-request-id') ?? '';
}

const keyOf = (operations: readonly messagingApi.RichMenuBatchOperation[]): string =>
  createHash('sha256').update(JSON.stringify(operations)).digest('hex');
