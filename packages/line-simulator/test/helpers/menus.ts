// Rich menus for tests, and what the platform says to wrong ones.
import type { LineBotClient } from '@line/bot-sdk';
import { HTTPFetchError } from '@line/bot-sdk';
import { z } from 'zod';
import { pngOf } from './pictures.ts';

type Menu = Parameters<LineBotClient['createRichMenu']>[0];

export const area = (action: Record<string, unknown>) => ({
  bounds: { x: 0, y: 0, width: 400, height: 250 },
  action: action as { type: 'postback' },
});

export const menuOf = (more: Partial<Menu> = {}): Menu => ({
  size: { width: 800, height: 250 },
  selected: true,
  name: 'a menu',
  chatBarText: 'メニュー',
  areas: [area({ type: 'postback', data: 'a' })],
  ...more,
});

/** A menu with its picture; gives its id. */
export async function menuWithPicture(client: LineBotClient, more: Partial<Menu> = {}): Promise<string> {
  const { richMenuId } = await client.createRichMenu(menuOf(more));
  await client.setRichMenuImage(richMenuId, pngOf(800, 250));
  return richMenuId;
}

/** Status and body of a refusal; 200 when it was none. */
export async function answerTo(call: Promise<unknown>): Promise<{ status: number; body?: unknown }> {
  try {
    await call;
    return { status: 200 };
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) throw error;
    return { status: error.status, body: z.unknown().parse(JSON.parse(error.body)) };
  }
}

export const refused = (status: number, message: string, details?: unknown) => ({
  status,
  body: { message, ...(details === undefined ? {} : { details }) },
});

export const wrong = (message: string, property: string) =>
  refused(400, 'The request body has 1 error(s)', [{ message, property }]);

export const NO_MENU = `richmenu-${'0'.repeat(32)}`;
